// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.http.EndpointSettings;
import io.paybearer.http.HttpTokenEndpoint;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEndpoint;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one account's texts as what they stand for. Used by one thread. */
final class SettingsReader implements AccountSettings {

    private final AccountValues values;
    private final InstantSource clock;
    private final Problems problems;
    private final SecretReader secrets;
    private final Set<String> read = new HashSet<>(Set.of(Keys.PROVIDER));
    private final UriReader uris;
    private final List<BaseUri> bases;
    private final EndpointSettings endpoint;
    private final TokenEndpoint tokenEndpoint;

    SettingsReader(
            AccountValues values,
            Optional<URI> defaultBaseUri,
            InstantSource clock,
            TrustStores trustStores,
            Problems problems) {
        this.values = values;
        this.clock = clock;
        this.problems = problems;
        this.secrets = new SecretReader(Keys.of(values.account(), ""), values::get, problems);
        this.uris = new UriReader(values.account(), flag(Keys.ALLOW_HTTP, false), problems);
        this.bases = uris.bases(text(Keys.BASE_URI), defaultBaseUri);
        this.endpoint = new EndpointReader(this, trustStores).read();
        this.tokenEndpoint = new HttpTokenEndpoint(endpoint, clock);
    }

    @Override
    public String account() {
        return values.account();
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Optional<String> text(String key) {
        read.add(key);
        return values.get(key).map(String::strip);
    }

    @Override
    public String requiredText(String key) {
        return text(key).orElseGet(() -> missing(key, "it is missing; set it"));
    }

    @Override
    public Optional<Secret> secret(String key) {
        read.add(key);
        read.add(key + Keys.FILE_SUFFIX);
        return secrets.read(key);
    }

    @Override
    public Secret requiredSecret(String key) {
        return secret(key)
                .orElseGet(() -> Secret.of(missing(
                        key,
                        "it is missing; set it, or name a file that holds it with "
                                + Keys.of(account(), key + Keys.FILE_SUFFIX))));
    }

    private String missing(String key, String message) {
        if (!problems.concernKey(Keys.of(account(), key))) {
            problem(key, message);
        }
        return "";
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        Optional<Duration> duration = DurationText.parse(text.get());
        if (duration.isEmpty()) {
            problem(key, "'" + text.get() + "' is not a duration; write it as 30s, 5m, PT30S or plain seconds");
        } else if (duration.get().compareTo(IssuedToken.LONGEST_LIFETIME) > 0) {
            problem(key, "'" + text.get() + "' is longer than a year; a number without a unit counts seconds");
        }
        return duration.orElse(fallback);
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        String text = text(key).orElse(String.valueOf(fallback));
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            problem(key, "'" + text + "' is neither true nor false; set it to one of them");
        }
        return text.equalsIgnoreCase("true");
    }

    @Override
    public URI endpointUri(String key, String path) {
        return text(key).map(text -> uris.endpoint(key, text)).orElseGet(() -> UriReader.underOrigin(bases, path));
    }

    @Override
    public List<URI> baseUris() {
        return bases.stream().map(BaseUri::uri).toList();
    }

    @Override
    public TokenEndpoint tokenEndpoint() {
        return tokenEndpoint;
    }

    @Override
    public void problem(String key, String message) {
        boolean file =
                values.get(key).isEmpty() && values.get(key + Keys.FILE_SUFFIX).isPresent();
        problems.add(Keys.of(account(), file ? key + Keys.FILE_SUFFIX : key), message);
    }

    /** Notes the keys that were given and that nobody has asked for. */
    void hintAtUnread(String provider) {
        Set<String> unread = new TreeSet<>();
        for (String key : values.byLeaf().keySet()) {
            if (!read.contains(key)) {
                unread.add(key);
            }
        }
        for (String key : unread) {
            problems.hint(
                    Keys.of(account(), key),
                    "it has no effect on this account of the provider '" + provider + "'; remove it");
        }
    }

    EndpointSettings endpoint() {
        return endpoint;
    }

    List<BaseUri> bases() {
        return bases;
    }

    /** The secret files that have been read, with what they held. */
    Map<String, Secret> secretFiles() {
        return secrets.files();
    }
}
