// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.annotation.Priority;

/**
 * The filter for accounts of borderless alone, to be registered by hand or in {@code mp-rest/providers}.
 *
 * <p>A request whose account belongs to another provider fails. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY) // @Priority is not inherited
public final class BorderlessFilter extends CredentialFilter {

    /** A filter that serves all accounts of borderless: each request gets the token of its account. */
    public BorderlessFilter() {
        super(Binding.provider(Borderless.ID, null));
    }

    /**
     * A filter that serves one account.
     *
     * @param account the account's name; empty means the only account of this provider
     */
    public BorderlessFilter(String account) {
        super(Binding.provider(Borderless.ID, account));
    }
}
