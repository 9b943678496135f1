// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where tokens are kept. Immutable, except that the keys follow their file.
 *
 * @param id one of the constants, or the id of a store that the application brings
 * @param keys the keys that seal tokens, by name: the first one seals, any of them opens; empty for {@code memory}
 * @param provider the class of the JCache provider to open; empty if the application hands a cache over
 * @param uri the URI that the provider opens; empty means its default
 * @param cache the name of the JCache cache
 * @param redis the URI of Redis, which may hold a password
 */
public record StoreConfig(
        String id,
        Supplier<Map<String, Secret>> keys,
        Optional<String> provider,
        Optional<URI> uri,
        String cache,
        Optional<Secret> redis) {

    /** The application's own memory. */
    public static final String MEMORY = "memory";

    /** A map that the application hands over. */
    public static final String MAP = "map";

    /** A cache of JSR-107. */
    public static final String JCACHE = "jcache";

    /** Redis. */
    public static final String REDIS = "redis";

    static final String DEFAULT_CACHE = "paybearer";

    static StoreConfig memory() {
        return new StoreConfig(MEMORY, Map::of, Optional.empty(), Optional.empty(), DEFAULT_CACHE, Optional.empty());
    }

    /**
     * Whether several nodes share the tokens.
     *
     * @return false for {@code memory}
     */
    public boolean shared() {
        return !id.equals(MEMORY);
    }

    /**
     * Whether the application has to hand over the map or cache.
     *
     * @return true for {@code map}, and for {@code jcache} without a provider
     */
    public boolean handedOver() {
        return id.equals(MAP) || (id.equals(JCACHE) && provider.isEmpty());
    }

    @Override
    public String toString() {
        return "StoreConfig[" + id + "]";
    }
}
