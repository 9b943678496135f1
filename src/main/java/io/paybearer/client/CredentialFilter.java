// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import io.paybearer.config.ConstantHeaders;
import io.paybearer.engine.Engine;
import io.paybearer.engine.Engines;
import io.paybearer.engine.SecondSending;
import io.paybearer.engine.Sent;
import io.paybearer.restclient.RestClientMethods;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filter that puts the token of a request's account on the request, and does what a 401 asks for.
 *
 * <p>It runs last among the request filters: no other filter can change the URI after the origin has been checked, and
 * logging filters never see the token. It may be registered more than once on a client. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY)
public class CredentialFilter implements ClientRequestFilter, ClientResponseFilter, WriterInterceptor, DynamicFeature {

    /** The last place in the order of request filters. */
    public static final int PRIORITY = Integer.MAX_VALUE - 100;

    /** Response filters run in the opposite order. Ours is the first: what it sees has come from the network. */
    private static final int FIRST_RESPONSE_FILTER = Integer.MAX_VALUE;

    /** Jersey takes a place below 1 for none. */
    private static final int FIRST_INTERCEPTOR = 1;

    /** The places of a filter that is registered as an object. */
    public static final Map<Class<?>, Integer> CONTRACTS = contracts(PRIORITY);

    /** The places of a filter that knows its Rest Client: before other filters on the same client, which know less. */
    static final Map<Class<?>, Integer> CONTRACTS_ON_REST_CLIENT = contracts(PRIORITY - 1);

    private final AccountResolver resolver;
    private final ChildAccounts children;
    private final Engines engines = new Engines(CredentialFilter.class);
    private final RedirectRule redirects = new RedirectRule(engines);
    private final Unauthorized unauthorized;

    /** Most requests carry the same as the one before. Not volatile: at worst, another thread makes an object of its own. */
    private @Nullable Carried last;

    /**
     * A filter that knows nothing beforehand: each request tells its account.
     */
    public CredentialFilter() {
        this(Binding.NONE);
    }

    /**
     * A filter that knows something beforehand.
     *
     * @param binding the account, provider or Rest Client that the filter is for
     */
    public CredentialFilter(Binding binding) {
        this(binding, binding.restClient() == null ? null : new RestClientMethods(binding.restClient()));
    }

    CredentialFilter(Binding binding, @Nullable RestClientMethods methods) {
        this.resolver = new AccountResolver(binding, methods);
        this.children = new ChildAccounts(methods);
        this.unauthorized = new Unauthorized(engines, resolver);
    }

    private static Map<Class<?>, Integer> contracts(int place) {
        return Map.of(
                ClientRequestFilter.class, place,
                ClientResponseFilter.class, FIRST_RESPONSE_FILTER,
                WriterInterceptor.class, FIRST_INTERCEPTOR,
                DynamicFeature.class, place);
    }

    final Binding binding() {
        return resolver.binding();
    }

    /**
     * Looks the application up now, on a thread that belongs to it. The threads of later requests may belong to none.
     *
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    public final void prepare() {
        resolver.prepare();
        children.prepare();
    }

    /**
     * Refuses a typed client that RESTEasy makes by itself, as {@code target.proxy(…)}, if its annotations would not be honoured.
     *
     * @param method the method of the client
     * @param context its configuration
     * @throws io.paybearer.RequestRefusedException if an annotation would have no effect
     */
    @Override
    public final void configure(ResourceInfo method, FeatureContext context) {
        EngineProxies.requireUnannotated(method.getResourceClass(), context.getConfiguration(), binding());
    }

    /**
     * Sets the headers, or leaves the request alone if it belongs to no account.
     *
     * @param request the request
     * @throws io.paybearer.PaybearerException if the request must not carry the token, or there is no token
     */
    @Override
    public final void filter(ClientRequestContext request) {
        if (request.getProperty(Carried.PROPERTY) instanceof Carried before) {
            if (before.filter() != this) {
                binding().requireAlike(before.filter().binding());
                return; // another filter on this client serves the request
            }
            takeOff(request, before);
        }
        Account account = resolver.resolve(request);
        if (account != null) {
            HostRule.require(request, account);
            redirects.apply(request, account);
            children.apply(request, account);
            carry(request, account);
        } else {
            resolver.tellUnserved(request);
        }
    }

    /** Who has said which account a request belongs to, for messages. */
    final String decided(ClientRequestContext request) {
        return resolver.decided(request);
    }

    private void carry(ClientRequestContext request, Account account) {
        TokenHeaders token = Carried.put(request.getHeaders(), account);
        ConstantHeaders constants = token == null ? account.constants() : token.constants();
        Carried.put(request.getHeaders(), constants);
        Engine engine = token != null && account.config().replayUnauthorized() ? engines.of(request) : null;
        Carried now = last;
        if (engine != null && engine.mayChangeLater(request)) {
            now = new Carried(this, token, constants, Sent.begin(engine, request));
        } else if (now == null || now.headers() != token || now.constants() != constants) {
            now = new Carried(this, token, constants, null); // threads that only read do not disturb each other
            last = now;
        }
        request.setProperty(Carried.PROPERTY, now);
    }

    /** A request that is sent again, perhaps to another place, still has what this filter has put on it before. */
    private static void takeOff(ClientRequestContext request, Carried before) {
        before.takeOff(request);
        ChildAccounts.takeOff(request);
    }

    /**
     * Writes the bytes that were sent before, if the request is sent again: other interceptors have done their work on them.
     *
     * @param writing the entity
     * @throws IOException if it cannot be sent
     */
    @Override
    public final void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
        if (writing.getProperty(SecondSending.PROPERTY) instanceof SecondSending second) {
            writing.getOutputStream().write(second.entity());
            writing.getOutputStream().flush();
        } else {
            writing.proceed();
        }
    }

    /**
     * Gives up a token that the provider has refused, and sends the request once more with a new token.
     *
     * @param request the request
     * @param response its response, replaced by the response to the second sending
     * @throws IOException if the request was sent again and not answered
     */
    @Override
    public final void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        unauthorized.apply(request, response);
    }
}
