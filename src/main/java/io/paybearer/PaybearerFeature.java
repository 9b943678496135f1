// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Puts payment credentials on the calls of a Jakarta REST client: {@code client.register(PaybearerFeature.class)}.
 *
 * <p>A request's account is found by the request property {@value PaybearerProperties#ACCOUNT}, else by the
 * {@link PaymentAccount} of the Rest Client method, else by the base URI that covers the request's URI. Requests that belong
 * to no account go out untouched, so it may be registered on every client. Thread-safe.
 */
public final class PaybearerFeature implements Feature {

    private final Binding binding;

    /** Serves all accounts. */
    public PaybearerFeature() {
        this(Binding.NONE);
    }

    private PaybearerFeature(Binding binding) {
        this.binding = binding;
    }

    /**
     * Serves one account: each request of the client carries its credential, or fails.
     *
     * @param account the account's name; empty means the only account that is configured
     * @return the feature, to be registered on a client
     */
    public static PaybearerFeature forAccount(String account) {
        return new PaybearerFeature(Binding.account(account));
    }

    /**
     * Registers the filter.
     *
     * @param context the client's configuration
     * @return true; false on a server, where there is nothing to do
     * @throws PaybearerConfigException with everything that is wrong with the configuration
     */
    @Override
    public boolean configure(FeatureContext context) {
        if (context.getConfiguration().getRuntimeType() == RuntimeType.SERVER) {
            return false;
        }
        CredentialFilter filter = new CredentialFilter(binding);
        filter.prepare();
        context.register(filter, CredentialFilter.CONTRACTS);
        return true;
    }
}
