// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.fixed;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.annotation.Priority;

/**
 * The filter for accounts of the provider {@code static} alone, to be registered by hand or in {@code mp-rest/providers}.
 *
 * <p>A request whose account belongs to another provider fails. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY) // @Priority is not inherited
public final class StaticFilter extends CredentialFilter {

    /** A filter that serves all accounts of the provider: each request gets the credential of its account. */
    public StaticFilter() {
        super(Binding.provider(StaticCredential.ID, null));
    }

    /**
     * A filter that serves one account.
     *
     * @param account the account's name; empty means the only account of this provider
     */
    public StaticFilter(String account) {
        super(Binding.provider(StaticCredential.ID, account));
    }
}
