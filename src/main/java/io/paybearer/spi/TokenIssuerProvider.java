// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A payment provider: the keys of its accounts, and the issuer of their tokens.
 *
 * <p>An implementation has a public constructor without parameters and is listed under
 * {@code META-INF/services/io.paybearer.spi.TokenIssuerProvider}. It must be thread-safe.
 */
public interface TokenIssuerProvider {

    /**
     * The value of {@code paybearer.account.<name>.provider} that selects this provider.
     *
     * @return lower-case letters, digits and dashes
     */
    String id();

    /**
     * The leaf keys that accounts of this provider may have beside the common keys. A secret {@code x} is listed without its
     * {@code x-file} form. A key that ends in {@code .*} stands for all keys with what comes before: {@code parameter.*}.
     *
     * @return the keys in kebab-case, such as {@code merchant-code}
     */
    Set<String> keys();

    /**
     * Those of the {@link #keys()} that hold secrets. Each of them has a {@code -file} form as well.
     *
     * @return the keys, empty by default
     */
    default Set<String> secretKeys() {
        return Set.of();
    }

    /**
     * The URI of the provider's API where {@code base-uri} is not configured.
     *
     * @return the provider's production API; empty (the default) makes {@code base-uri} a required key
     */
    default Optional<URI> defaultBaseUri() {
        return Optional.empty();
    }

    /**
     * The headers that carry the token where {@code token-headers} is not configured.
     *
     * @return header names, {@code Authorization} alone by default
     */
    default List<String> defaultTokenHeaders() {
        return List.of("Authorization");
    }

    /**
     * The header that names the child account for which a call is made, where {@code tenant-header} is not configured. Accounts of a
     * provider that has one also have the key {@code client-id}, the child account of calls that name no other.
     *
     * @return such as {@code Client-Id}; empty (the default) if calls have no child accounts
     */
    default Optional<String> defaultTenantHeader() {
        return Optional.empty();
    }

    /**
     * Makes the issuer of one account. It is called at the start, and again whenever a secret file of the account has
     * changed. So it must neither connect anywhere nor start anything. Report mistakes in the configuration through
     * {@link AccountSettings#problem(String, String)}; then all of them are seen at once.
     *
     * @param settings the account's configuration
     * @return the issuer; it is not used if a problem was reported
     */
    TokenIssuer create(AccountSettings settings);
}
