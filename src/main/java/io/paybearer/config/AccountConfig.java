// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.http.EndpointSettings;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.TokenIssuerProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One account, ready for use. Immutable apart from its issuer, which follows its secret files.
 *
 * @param name its name
 * @param provider its provider
 * @param baseUris the only places where its token may go
 * @param restClients the Rest Clients that use it, by config key or interface name
 * @param tokenHeaders the headers that carry the token
 * @param refreshMargin when renewal starts, empty if that is computed
 * @param replayUnauthorized whether a call that was answered 401 is made once more
 * @param redirectsAreOff whether the application vouches that a client of an unknown kind follows no redirects
 * @param clientId the child account, empty if there is none
 * @param endpoint how the provider is reached where paybearer itself calls it
 * @param credentialKeys the keys that its provider has and that are given, in full, put together when they are asked for
 * @param issuer where its tokens come from
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
        ReloadingIssuer issuer) {

    /**
     * The key of one of its settings, for messages.
     *
     * @param leaf the last part of the key
     * @return the full key
     */
    public String key(String leaf) {
        return Keys.of(name, leaf);
    }
}
