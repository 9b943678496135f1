// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the credential of a request's account on it, and sees to what a 401 asks for.
 *
 * <p>It runs last among the request filters, so that none can change the URI after the origin has been checked, and
 * logging filters never see the token. It may be registered more than once on a client. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY)
public class CredentialFilter implements ClientRequestFilter, ClientResponseFilter, WriterInterceptor {

    /** The last place in the order of request filters. */
    public static final int PRIORITY = Integer.MAX_VALUE - 100;

    /** Its places when it is registered as an object: as an interceptor it comes first where the implementation lets it. */
    public static final Map<Class<?>, Integer> CONTRACTS = contracts(PRIORITY);

    /** The places of the one that knows its Rest Client: before others on the same client, which know less. */
    static final Map<Class<?>, Integer> CONTRACTS_ON_REST_CLIENT = contracts(PRIORITY - 1);

    private final AccountResolver resolver;
    private final ClientIds clientIds;
    private final RedirectRule redirects = new RedirectRule();

    /** Most requests carry the credential of the one before. Not volatile: another thread makes one of its own at worst. */
    private @Nullable Served last;

    /**
     * A filter that knows nothing beforehand: a request's account is found by the request.
     */
    public CredentialFilter() {
        this(Binding.NONE);
    }

    /**
     * A filter for what is known beforehand.
     *
     * @param binding the account, provider or Rest Client that it is for
     */
    public CredentialFilter(Binding binding) {
        this.resolver = new AccountResolver(binding);
        this.clientIds = new ClientIds(binding.restClient());
    }

    final Binding binding() {
        return resolver.binding();
    }

    /**
     * Finds the application, on one of its own threads; those of its requests may not know it.
     *
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    public final void prepare() {
        resolver.prepare();
        clientIds.prepare();
    }

    private static Map<Class<?>, Integer> contracts(int place) {
        return Map.of(
                ClientRequestFilter.class, place,
                ClientResponseFilter.class, place,
                WriterInterceptor.class, Integer.MIN_VALUE + 100);
    }

    /**
     * Sets the headers, or leaves the request alone if it belongs to no account.
     *
     * @param request the request
     * @throws io.paybearer.PaybearerException if it must not or cannot carry the credential
     */
    @Override
    public final void filter(ClientRequestContext request) {
        if (request.getProperty(Served.PROPERTY) instanceof Served before) {
            if (before.by() == this) {
                serveAgain(request, before);
            }
        } else {
            serve(request, resolver.resolve(request));
        }
    }

    /** A request that is sent again, perhaps elsewhere, still has what was put on it the last time. */
    private void serveAgain(ClientRequestContext request, Served before) {
        UnauthorizedRule.begin(request);
        CredentialHeaders.takeOff(request, before.credential());
        ClientIds.takeOff(request);
        Account account = resolver.resolve(request);
        if (account == null) {
            request.removeProperty(Served.PROPERTY);
        }
        serve(request, account);
    }

    private void serve(ClientRequestContext request, @Nullable Account account) {
        if (account != null) {
            redirects.apply(request, account);
            clientIds.apply(request, account);
            request.setProperty(Served.PROPERTY, served(CredentialHeaders.putOn(request, account)));
        }
    }

    private Served served(@Nullable TokenHeaders credential) {
        Served present = last;
        if (present == null || present.credential() != credential) {
            present = new Served(this, credential);
            last = present;
        }
        return present;
    }

    /**
     * Keeps the bytes of the entity that is being sent, if the request may have to be sent again.
     *
     * @param writing the entity
     * @throws IOException if it cannot be sent
     */
    @Override
    public final void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
        TokenHeaders credential = Served.credential(writing.getProperty(Served.PROPERTY));
        if (credential != null && credential.account().config().replayUnauthorized() && Replay.possibleWith(writing)) {
            SentEntity.keep(writing);
        }
        writing.proceed();
    }

    /**
     * Gives up a token that the provider has refused, and makes the call once more with a new one.
     *
     * @param request the request
     * @param response its response, replaced by that of the second call
     * @throws IOException if the second call was made and not answered
     */
    @Override
    public final void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        UnauthorizedRule.apply(request, response);
    }
}
