// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.http.EndpointSettings;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One account as it is configured. Immutable, except that the credentials follow the account's secret files.
 *
 * @param name the account's name
 * @param provider the account's provider
 * @param baseUris the only places where the account's token may go
 * @param restClients the Rest Clients that use it, by config key or interface name
 * @param tokenHeaders the headers that carry the token
 * @param tenantHeader the header that names the child account; empty if calls have none
 * @param tenant the child account of calls that name no other; empty if there is none
 * @param refreshMargin how long before a token's end its renewal starts; empty if that is computed
 * @param replayUnauthorized whether a call that is answered with 401 is sent once more
 * @param redirectsAreOff whether the application vouches that a client of an unknown kind follows no redirects
 * @param warmUp whether a token is obtained when the application starts
 * @param endpoint how paybearer reaches the provider's token endpoint
 * @param endpointUris where that is; an account whose tokens are minted here may have some that it does not need
 * @param credentialKeys the full keys of the provider that are configured, computed on each call
 * @param credentials the issuer and the constant headers
 */
public record AccountConfig(
        String name,
        TokenIssuerProvider provider,
        List<BaseUri> baseUris,
        List<String> restClients,
        List<String> tokenHeaders,
        Optional<String> tenantHeader,
        Optional<String> tenant,
        Optional<Duration> refreshMargin,
        boolean replayUnauthorized,
        boolean redirectsAreOff,
        boolean warmUp,
        EndpointSettings endpoint,
        List<URI> endpointUris,
        Supplier<List<String>> credentialKeys,
        Reloaded<Credentials> credentials) {

    /**
     * The key of one of the account's settings, for messages.
     *
     * @param leaf the last part of the key
     * @return the full key
     */
    public String key(String leaf) {
        return Keys.of(name, leaf);
    }

    /**
     * Where the account's tokens come from at present.
     *
     * @return the same object as long as the content of the secret files is the same
     */
    public TokenIssuer issuer() {
        return credentials.current().issuer();
    }
}
