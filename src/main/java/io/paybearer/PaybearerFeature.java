// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFeature;

/**
 * The feature that puts payment tokens on the calls of a Jakarta REST client:
 * {@code client.register(PaybearerFeature.class)}.
 *
 * <p>A request's account is found by the request property {@value PaybearerProperties#ACCOUNT}, else by the
 * {@link PaymentAccount} of the Rest Client method, else by the base URI that covers the request's URI. A request that
 * belongs to no account is sent unchanged, so the feature may be registered on every client. Thread-safe.
 */
public class PaybearerFeature extends CredentialFeature {

    /** A feature that serves all accounts. */
    public PaybearerFeature() {
        this(Binding.NONE);
    }

    PaybearerFeature(Binding binding) {
        super(binding);
    }

    /**
     * A feature that serves one account: each request of the client carries the token of this account, or fails.
     *
     * @param account the account's name; empty means the only account that is configured
     * @return the feature, to be registered on a client
     */
    public static PaybearerFeature forAccount(String account) {
        return NamedFeature.of(account);
    }
}
