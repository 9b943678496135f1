// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
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
    private static final int SEALING_KEY_BYTES = 32;
    private static final String SEALING_KEY_FORM =
            "write it as name:Base64 of 32 random bytes, several separated by commas";

    private final String id;
    private final Map<String, String> texts;
    private final Leaves leaves;
    private final Set<String> others;
    private final InstantSource clock;
    private final Problems problems;

    /** A reader for an application that brings other stores, of these ids. The clock tells how old its files are. */
    StoreReader(Texts source, Set<String> others, InstantSource clock, Problems problems) {
        this.id = source.text(Keys.STORE).orElse(StoreConfig.MEMORY).strip();
        this.texts = source.below(Keys.STORE_PREFIX, Keys.STORE_LEAVES, Keys.STORE_SECRETS);
        this.leaves = new Leaves(Keys.STORE_PREFIX, texts, problems);
        this.others = others;
        this.clock = clock;
        this.problems = problems;
    }

    StoreConfig read() {
        Set<String> known = new TreeSet<>(BUILT_IN);
        known.addAll(others);
        if (!known.contains(id)) {
            String meant = Nearest.to(id, known)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("set it to one of " + known);
            problems.add(Keys.STORE, "there is no store '" + id + "'; " + meant);
            return StoreConfig.memory(); // its keys are judged once it is known which store is meant
        }
        StoreConfig store = id.equals(StoreConfig.MEMORY) ? StoreConfig.memory() : shared(sealingKeys());
        leaves.hintAtUnread("with " + Keys.STORE + "=" + id);
        return store;
    }

    private StoreConfig shared(Supplier<Map<String, Secret>> keys) {
        return switch (id) {
            case StoreConfig.JCACHE -> jcache(keys);
            case StoreConfig.REDIS -> redis(keys);
            default ->
                new StoreConfig(
                        id, keys, Optional.empty(), Optional.empty(), StoreConfig.DEFAULT_CACHE, Optional.empty());
        };
    }

    private StoreConfig jcache(Supplier<Map<String, Secret>> keys) {
        requireClass("javax.cache.Caching", "javax.cache:cache-api and an engine that implements it");
        Optional<String> provider = leaves.text(Keys.JCACHE_PROVIDER);
        Optional<URI> uri =
                provider.flatMap(opened -> leaves.text(Keys.JCACHE_URI)).flatMap(this::jcacheUri);
        String cache = leaves.text(Keys.JCACHE_CACHE).orElse(StoreConfig.DEFAULT_CACHE);
        return new StoreConfig(id, keys, provider, uri, cache, Optional.empty());
    }

    private StoreConfig redis(Supplier<Map<String, Secret>> keys) {
        requireClass("redis.clients.jedis.Jedis", "redis.clients:jedis");
        return new StoreConfig(
                id, keys, Optional.empty(), Optional.empty(), StoreConfig.DEFAULT_CACHE, Optional.of(redisUri()));
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

    private Optional<URI> jcacheUri(String text) {
        Optional<URI> uri = Optional.ofNullable(parsed(text));
        if (uri.isEmpty()) {
            leaves.problem(Keys.JCACHE_URI, "'" + text + "' is not a URI; correct it");
        }
        return uri;
    }

    private Secret redisUri() {
        Secret text = leaves.requiredSecret(Keys.REDIS_URI, "set it to redis://host:6379, or rediss:// for TLS");
        if (text.reveal().isEmpty()) {
            return text;
        }
        try {
            return Secret.of(RedisUri.complete(text.reveal()));
        } catch (IllegalArgumentException e) {
            leaves.problem(
                    Keys.REDIS_URI,
                    e.getMessage() + "; write it as redis://[[user]:password@]host[:port][/database], or rediss:// for"
                            + " TLS");
            return text;
        }
    }

    private static @Nullable URI parsed(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The keys that seal tokens. They follow their file. */
    private Supplier<Map<String, Secret>> sealingKeys() {
        Optional<Reloaded.Made<Map<String, Secret>>> made = sealingKeys(leaves);
        if (made.isEmpty()) {
            return Map::of;
        }
        Map<String, String> given = texts; // the reader itself, with the first keys, is not kept
        Reloaded<Map<String, Secret>> keys = new Reloaded<>(
                leaves.key(Keys.ENCRYPTION_KEYS),
                made.get(),
                clock,
                sink -> sealingKeys(new Leaves(Keys.STORE_PREFIX, given, sink)));
        return keys::current;
    }

    /** The keys by name, in their order; empty if they are missing or cannot be used. */
    private static Optional<Reloaded.Made<Map<String, Secret>>> sealingKeys(Leaves leaves) {
        String text = leaves.requiredSecret(
                        Keys.ENCRYPTION_KEYS,
                        "tokens leave this JVM only sealed: set it to name:Base64 of 32 random bytes")
                .reveal();
        Map<String, Secret> keys = new LinkedHashMap<>();
        try {
            TextForms.list(text).forEach(key -> addSealingKey(key, keys));
            if (keys.isEmpty() && !text.isEmpty()) {
                throw new IllegalArgumentException("it holds no key; " + SEALING_KEY_FORM);
            }
        } catch (IllegalArgumentException e) {
            leaves.problem(Keys.ENCRYPTION_KEYS, String.valueOf(e.getMessage()));
        }
        return leaves.failed() ? Optional.empty() : Optional.of(leaves.made(keys));
    }

    private static void addSealingKey(String text, Map<String, Secret> keys) {
        String which = "key number " + (keys.size() + 1);
        int colon = text.indexOf(':');
        if (colon < 1 || !holdsKey(text.substring(colon + 1))) {
            throw new IllegalArgumentException(which + " cannot be used; " + SEALING_KEY_FORM);
        }
        Secret key = Secret.of(text.substring(colon + 1).strip());
        if (keys.putIfAbsent(text.substring(0, colon).strip(), key) != null) {
            throw new IllegalArgumentException(
                    which + " has the name of an earlier key; give each key a name of its own");
        }
    }

    private static boolean holdsKey(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip()).length == SEALING_KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
