// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A payment provider: what its accounts are configured with and how their tokens come about.
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
     * The leaf keys that accounts of this provider may have beside the common ones. A secret {@code x} is listed once,
     * its {@code x-file} form is known by itself.
     *
     * @return the keys in kebab-case, such as {@code merchant-code}
     */
    Set<String> keys();

    /**
     * The leaf keys among {@link #keys()} that hold secrets; each also has a {@code -file} form.
     *
     * @return the keys, empty by default
     */
    default Set<String> secretKeys() {
        return Set.of();
    }

    /**
     * Where the provider's API is when {@code base-uri} is not configured.
     *
     * @return the provider's production API; empty (the default) makes {@code base-uri} a required key
     */
    default Optional<URI> defaultBaseUri() {
        return Optional.empty();
    }

    /**
     * The headers that carry the token when {@code token-headers} is not configured.
     *
     * @return header names, {@code Authorization} alone by default
     */
    default List<String> defaultTokenHeaders() {
        return List.of("Authorization");
    }

    /**
     * Whether calls may be made for child accounts named in a {@code Client-Id} header.
     *
     * @return false by default
     */
    default boolean supportsClientId() {
        return false;
    }

    /**
     * Makes the issuer of one account. Called at start and again whenever a secret file of the account has changed, so
     * it must neither connect anywhere nor start anything. Mistakes in the configuration are reported through
     * {@link AccountSettings#problem(String, String)}, so that all of them are seen at once.
     *
     * @param settings the account's configuration
     * @return the issuer; not used when a problem was reported
     */
    TokenIssuer create(AccountSettings settings);
}
