// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.annotation.Priority;

/**
 * The filter for accounts of PaymentsGate alone, to be registered by hand or in {@code mp-rest/providers}.
 *
 * <p>A request whose account belongs to another provider fails. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY) // @Priority is not inherited
public final class PaymentsGateFilter extends CredentialFilter {

    /** A filter that serves all accounts of PaymentsGate: each request gets the token of its account. */
    public PaymentsGateFilter() {
        super(Binding.provider(PaymentsGate.ID, null));
    }

    /**
     * A filter that serves one account.
     *
     * @param account the account's name; empty means the only account of this provider
     */
    public PaymentsGateFilter(String account) {
        super(Binding.provider(PaymentsGate.ID, account));
    }
}
