// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.annotation.Priority;

/**
 * The filter for accounts of PaymentsGate alone, to be registered by hand or in {@code mp-rest/providers}.
 *
 * <p>A request whose account is of another provider fails. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY) // not inherited
public final class PaymentsGateFilter extends CredentialFilter {

    /** Serves the account of PaymentsGate that a request belongs to. */
    public PaymentsGateFilter() {
        super(Binding.provider(PaymentsGate.ID, null));
    }

    /**
     * Serves one account.
     *
     * @param account the account's name; empty means the only one of this provider
     */
    public PaymentsGateFilter(String account) {
        super(Binding.provider(PaymentsGate.ID, account));
    }
}
