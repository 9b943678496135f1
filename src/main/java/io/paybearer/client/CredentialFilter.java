package io.paybearer.client;

import io.paybearer.wiring.Account;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the credential of a request's account on it.
 *
 * <p>It runs last among the request filters, so that none can change the URI after the origin has been checked, and
 * logging filters never see the token. It may be registered more than once on a client. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY)
public class CredentialFilter implements ClientRequestFilter {

    /** The last place in the order of request filters. */
    public static final int PRIORITY = Integer.MAX_VALUE - 100;

    private final AccountResolver resolver;
    private final ClientIds clientIds;

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

    /**
     * Sets the headers, or leaves the request alone if it belongs to no account.
     *
     * @param request the request
     * @throws io.paybearer.PaybearerException if it must not or cannot carry the credential
     */
    @Override
    public final void filter(ClientRequestContext request) {
        @Nullable Account account = resolver.resolve(request);
        if (account != null && CredentialHeaders.claim(request, account)) {
            OriginRule.require(account, request.getUri());
            clientIds.apply(request, account);
            CredentialHeaders.apply(request, account);
        }
    }
}
