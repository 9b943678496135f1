// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.http.EndpointSettings;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One account as it is configured. Immutable, except that the issuer follows the account's secret files.
 *
 * @param name the account's name
 * @param provider the account's provider
 * @param baseUris the only places where the account's token may go
 * @param restClients the Rest Clients that use it, by config key or interface name
 * @param tokenHeaders the headers that carry the token
 * @param refreshMargin how long before a token's end its renewal starts; empty if that is computed
 * @param replayUnauthorized whether a call that is answered with 401 is sent once more
 * @param redirectsAreOff whether the application vouches that a client of an unknown kind follows no redirects
 * @param clientId the child account, empty if there is none
 * @param endpoint how paybearer reaches the provider's token endpoint
 * @param credentialKeys the full keys of the provider that are configured, computed on each call
 * @param issuer where the account's tokens come from
 */
public record AccountConfig(
        String name,
        TokenIssuerProvider provider,
        List<BaseUri> baseUris,
        List<String> restClients,
        List<String> tokenHeaders,
        Optional<Duration> refreshMargin,
        boolean replayUnauthorized,
        boolean redirectsAreOff,
        Optional<String> clientId,
        EndpointSettings endpoint,
        Supplier<List<String>> credentialKeys,
        Reloaded<TokenIssuer> issuer) {

    /**
     * The key of one of the account's settings, for messages.
     *
     * @param leaf the last part of the key
     * @return the full key
     */
    public String key(String leaf) {
        return Keys.of(name, leaf);
    }
}
