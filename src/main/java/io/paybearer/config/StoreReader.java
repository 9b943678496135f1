// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads where tokens are kept. Used by one thread. */
final class StoreReader {

    private static final Set<String> BUILT_IN =
            Set.of(StoreConfig.MEMORY, StoreConfig.MAP, StoreConfig.JCACHE, StoreConfig.REDIS);
    private static final Set<String> REDIS_SCHEMES = Set.of("redis", "rediss");

    private final Texts texts;
    private final Set<String> others;
    private final Problems problems;
    private final Map<String, String> values = new HashMap<>();
    private final SecretReader secrets;
    private final Set<String> unread = new TreeSet<>();

    StoreReader(Texts texts, Set<String> others, Problems problems) {
        this.texts = texts;
        this.others = others;
        this.problems = problems;
        this.secrets = new SecretReader(Keys.STORE + ".", leaf -> Optional.ofNullable(values.get(leaf)), problems);
    }

    StoreConfig read() {
        String id = texts.text(Keys.STORE).map(String::strip).orElse(StoreConfig.MEMORY);
        for (String leaf : Keys.STORE_LEAVES) {
            String key = Keys.STORE + "." + leaf;
            boolean secret = leaf.equals(Keys.ENCRYPTION_KEYS) || leaf.equals(Keys.REDIS_URI);
            (secret ? texts.secret(key) : texts.text(key)).ifPresent(text -> values.put(leaf, text));
        }
        unread.addAll(values.keySet());
        checkId(id);
        StoreConfig store = id.equals(StoreConfig.MEMORY) ? StoreConfig.memory() : shared(id);
        unread.forEach(leaf -> problems.hint(
                Keys.STORE + "." + leaf, "it has no effect with " + Keys.STORE + "=" + id + "; remove it"));
        return store;
    }

    private void checkId(String id) {
        Set<String> known = new TreeSet<>(BUILT_IN);
        known.addAll(others);
        if (!known.contains(id)) {
            problems.add(Keys.STORE, "there is no store '" + id + "'; set it to one of " + known);
        }
    }

    private StoreConfig shared(String id) {
        Supplier<Map<String, Secret>> keys = keys();
        boolean jcache = id.equals(StoreConfig.JCACHE);
        boolean redis = id.equals(StoreConfig.REDIS);
        if (jcache) {
            requireClass("javax.cache.Caching", "javax.cache:cache-api and an engine that implements it");
        }
        if (redis) {
            requireClass("redis.clients.jedis.Jedis", "redis.clients:jedis");
        }
        Optional<String> provider = jcache ? text(Keys.JCACHE_PROVIDER) : Optional.empty();
        return new StoreConfig(
                id,
                keys,
                provider,
                provider.isPresent() ? text(Keys.JCACHE_URI).flatMap(this::jcacheUri) : Optional.empty(),
                (jcache ? text(Keys.JCACHE_CACHE) : Optional.<String>empty()).orElse(StoreConfig.DEFAULT_CACHE),
                redis ? redisUri() : Optional.empty());
    }

    private Optional<String> text(String leaf) {
        unread.remove(leaf);
        return Optional.ofNullable(values.get(leaf)).map(String::strip);
    }

    private Optional<Secret> secret(String leaf, String remedy) {
        unread.remove(leaf);
        unread.remove(leaf + Keys.FILE_SUFFIX);
        Optional<Secret> secret = secrets.read(leaf);
        String key = Keys.STORE + "." + leaf;
        if (secret.isEmpty() && !problems.concernKey(key)) {
            problems.add(
                    key, "it is missing; " + remedy + ", or name a file that holds it with " + key + Keys.FILE_SUFFIX);
        }
        return secret.filter(present -> !present.reveal().isEmpty());
    }

    private Supplier<Map<String, Secret>> keys() {
        Optional<Secret> text = secret(
                Keys.ENCRYPTION_KEYS, "tokens leave this JVM sealed only: set it to name:Base64 of 32 random bytes");
        Optional<String> file = Optional.ofNullable(values.get(Keys.ENCRYPTION_KEYS + Keys.FILE_SUFFIX))
                .map(String::strip);
        try {
            return text.isPresent() ? new SealingKeys(text.get(), file) : Map::of;
        } catch (IllegalArgumentException e) {
            String leaf = Keys.ENCRYPTION_KEYS + (file.isPresent() ? Keys.FILE_SUFFIX : "");
            problems.add(Keys.STORE + "." + leaf, String.valueOf(e.getMessage()));
            return Map::of;
        }
    }

    private Optional<URI> jcacheUri(String text) {
        Optional<URI> uri = Optional.ofNullable(parsed(text));
        if (uri.isEmpty()) {
            problems.add(Keys.STORE + "." + Keys.JCACHE_URI, "'" + text + "' is not a URI; correct it");
        }
        return uri;
    }

    /** It may hold a password, so it is not shown. */
    private Optional<Secret> redisUri() {
        Optional<Secret> text = secret(Keys.REDIS_URI, "set it to redis://host:6379, or rediss:// for TLS");
        text.ifPresent(present -> {
            URI uri = parsed(present.reveal());
            if (uri == null || !REDIS_SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
                problems.add(
                        Keys.STORE + "." + Keys.REDIS_URI,
                        "it is not the URI of a Redis server; write it as redis://[user:password@]host:port[/database],"
                                + " or rediss:// for TLS");
            }
        });
        return text;
    }

    private static @Nullable URI parsed(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private void requireClass(String name, String artifact) {
        try {
            Class.forName(name, false, StoreReader.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            problems.add(
                    Keys.STORE,
                    "it needs " + artifact + ", which this application does not have; add it to the class path");
        }
    }
}
