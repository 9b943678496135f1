// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.annotation.Priority;

/**
 * The filter for accounts of the provider {@code 2checkout-rest} alone, to be registered by hand or in {@code mp-rest/providers}.
 *
 * <p>A request whose account belongs to another provider fails. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY) // @Priority is not inherited
public final class TwoCheckoutRestFilter extends CredentialFilter {

    /** A filter that serves all accounts of the provider: each request gets the credential of its account. */
    public TwoCheckoutRestFilter() {
        super(Binding.provider(TwoCheckoutRest.ID, null));
    }

    /**
     * A filter that serves one account.
     *
     * @param account the account's name; empty means the only account of this provider
     */
    public TwoCheckoutRestFilter(String account) {
        super(Binding.provider(TwoCheckoutRest.ID, account));
    }
}
