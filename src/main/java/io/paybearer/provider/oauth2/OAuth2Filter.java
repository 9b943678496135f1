// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.annotation.Priority;

/**
 * The filter for accounts of the provider {@code oauth2} alone, to be registered by hand or in {@code mp-rest/providers}.
 *
 * <p>A request whose account belongs to another provider fails. Thread-safe.
 */
@Priority(CredentialFilter.PRIORITY) // @Priority is not inherited
public final class OAuth2Filter extends CredentialFilter {

    /** A filter that serves all accounts of the provider: each request gets the credential of its account. */
    public OAuth2Filter() {
        super(Binding.provider(OAuth2.ID, null));
    }

    /**
     * A filter that serves one account.
     *
     * @param account the account's name; empty means the only account of this provider
     */
    public OAuth2Filter(String account) {
        super(Binding.provider(OAuth2.ID, account));
    }
}
