// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.http.EndpointSettings;
import io.paybearer.http.HttpTokenEndpoint;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.TokenEndpoint;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One account's settings, as its provider asks for them. Used by one thread.
 *
 * @param account the account's name
 * @param clock the wall clock that minted tokens are dated by
 * @param leaves the account's keys
 * @param uris where the account's credentials may go
 * @param endpoint how its token endpoint is reached
 * @param tokensAreShared whether the store of tokens is not the memory of this process
 */
record SettingsReader(
        String account,
        InstantSource clock,
        Leaves leaves,
        UriReader uris,
        EndpointSettings endpoint,
        boolean tokensAreShared)
        implements AccountSettings {

    /** A client of its own at each call; providers that mint tokens need none. */
    @Override
    public TokenEndpoint tokenEndpoint() {
        return new HttpTokenEndpoint(endpoint, leaves::key, clock);
    }

    @Override
    public Optional<String> text(String key) {
        return leaves.text(key);
    }

    @Override
    public String requiredText(String key) {
        return leaves.requiredText(key, "set it");
    }

    @Override
    public Optional<Secret> secret(String key) {
        return leaves.secret(key);
    }

    @Override
    public Secret requiredSecret(String key) {
        return leaves.requiredSecret(key, "set it");
    }

    @Override
    public Map<String, Secret> members(String key, Set<String> names) {
        return leaves.members(key, names);
    }

    @Override
    public List<String> list(String key) {
        return leaves.list(key).orElse(List.of());
    }

    @Override
    public Map<String, String> below(String prefix) {
        return leaves.below(prefix);
    }

    @Override
    public int number(String key, int fallback, int least, int most) {
        return leaves.number(key, least, most).orElse(fallback);
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        return leaves.duration(key).orElse(fallback);
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        return leaves.flag(key, fallback);
    }

    @Override
    public URI endpointUri(String key, String path) {
        return uris.endpoint(key, path);
    }

    @Override
    public URI requiredEndpointUri(String key) {
        return uris.requiredEndpoint(key);
    }

    @Override
    public List<URI> baseUris() {
        return uris.bases().stream().map(BaseUri::uri).toList();
    }

    @Override
    public String key(String key) {
        return leaves.key(key);
    }

    @Override
    public void warn(String key, String message) {
        leaves.warn(key, message);
    }

    @Override
    public void problem(String key, String message) {
        leaves.problem(key, message);
    }
}
