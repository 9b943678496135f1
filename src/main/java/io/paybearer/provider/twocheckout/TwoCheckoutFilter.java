// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.annotation.Priority;

/**
 * The filter for accounts of 2Checkout alone, to be registered by hand or in {@code mp-rest/providers}.
 *
 * <p>A request whose account is of another provider fails. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY) // not inherited
public final class TwoCheckoutFilter extends CredentialFilter {

    /** Serves the account of 2Checkout that a request belongs to. */
    public TwoCheckoutFilter() {
        super(Binding.provider(TwoCheckout.ID, null));
    }

    /**
     * Serves one account.
     *
     * @param account the account's name; empty means the only one of this provider
     */
    public TwoCheckoutFilter(String account) {
        super(Binding.provider(TwoCheckout.ID, account));
    }
}
