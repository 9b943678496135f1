package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.endpoint.HttpTokenEndpoint;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.TokenEndpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one account's texts as what they stand for. Used by one thread. */
final class SettingsReader implements AccountSettings {

    private final AccountValues values;
    private final InstantSource clock;
    private final Problems problems;
    private final Map<String, Secret> secretFiles = new HashMap<>();
    private final UriReader uris;
    private final List<BaseUri> bases;
    private final TokenEndpoint tokenEndpoint;

    SettingsReader(AccountValues values, Optional<URI> defaultBaseUri, InstantSource clock, Problems problems) {
        this.values = values;
        this.clock = clock;
        this.problems = problems;
        this.uris = new UriReader(values.account(), flag(Keys.ALLOW_HTTP, false), problems);
        this.bases = uris.bases(text(Keys.BASE_URI), defaultBaseUri);
        this.tokenEndpoint = new HttpTokenEndpoint(new EndpointReader(this).read(), clock);
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
        return values.get(key).map(String::strip);
    }

    @Override
    public String requiredText(String key) {
        return text(key).orElseGet(() -> missing(key, "it is missing; set it"));
    }

    @Override
    public Optional<Secret> secret(String key) {
        Optional<String> file = text(key + Keys.FILE_SUFFIX);
        Optional<String> direct = values.get(key);
        if (file.isPresent() && direct.isPresent()) {
            problem(key, "it is given both as " + key + " and as " + key + Keys.FILE_SUFFIX + "; remove one");
        }
        return file.isPresent() ? fromFile(key + Keys.FILE_SUFFIX, file.get()) : direct.map(Secret::of);
    }

    private Optional<Secret> fromFile(String key, String path) {
        try {
            Secret secret = SecretFile.read(path);
            secretFiles.put(path, secret);
            if (SecretFile.readableByOthers(path)) {
                problems.warn(Keys.of(account(), key), path + " is readable by other users; chmod o-r " + path);
            }
            return Optional.of(secret);
        } catch (IOException e) {
            problem(key, "cannot be used: " + e.getMessage());
            return Optional.of(Secret.of(""));
        }
    }

    @Override
    public Secret requiredSecret(String key) {
        return secret(key).orElseGet(() -> Secret.of(
                missing(key, "it is missing; set it, or name a file that holds it with " + key + Keys.FILE_SUFFIX)));
    }

    private String missing(String key, String message) {
        problem(key, message);
        return "";
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        return DurationText.parse(text.get()).orElseGet(() -> {
            problem(key, "'" + text.get() + "' is not a duration; write it as 30s, 5m, PT30S or plain seconds");
            return fallback;
        });
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        String text = text(key).orElse(String.valueOf(fallback));
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            problem(key, "'" + text + "' is neither true nor false");
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
        problems.add(Keys.of(account(), key), message);
    }

    List<BaseUri> bases() {
        return bases;
    }

    /** The secret files that have been read, with what they held. */
    Map<String, Secret> secretFiles() {
        return Map.copyOf(secretFiles);
    }
}
