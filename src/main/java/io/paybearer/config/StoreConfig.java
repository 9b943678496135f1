// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where tokens are kept. Immutable, but for the keys, which follow their file.
 *
 * @param id one of the constants, or the id of a store that the application brings
 * @param keys the keys that seal tokens, by name; the first one seals, all open; empty for {@code memory}
 * @param provider the class of the JCache provider to open; empty if the application hands a cache over
 * @param uri the provider's URI; empty means its default one
 * @param cache which cache of a manager
 * @param redis where Redis is
 */
public record StoreConfig(
        String id,
        Supplier<Map<String, Secret>> keys,
        Optional<String> provider,
        Optional<URI> uri,
        String cache,
        Optional<Secret> redis) {

    /** Each application's own memory. */
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
     * Whether other nodes have the same tokens.
     *
     * @return false for {@code memory}
     */
    public boolean shared() {
        return !id.equals(MEMORY);
    }

    /**
     * Whether the application has to hand an engine over.
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
