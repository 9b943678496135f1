// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.spi.TokenStore;
import java.net.URI;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.jspecify.annotations.Nullable;

/**
 * A JCache cache (JSR-107) as a store. The cache has to exist: some engines would create a cache that other nodes do not
 * see. Keys and values are texts, since several engines compare byte arrays by identity. Thread-safe.
 */
final class JCacheTokenStore implements TokenStore {

    private final Cache<String, Object> cache;

    private JCacheTokenStore(Cache<String, Object> cache) {
        this.cache = cache;
    }

    /** A store over a cache, or over the cache of this name in a cache manager; null if the engine is neither. */
    @SuppressWarnings(
            "unchecked") // Infinispan refuses a look-up with types for a cache that its own configuration defines
    static @Nullable JCacheTokenStore over(Object engine, String name) {
        if (engine instanceof CacheManager manager) {
            Cache<?, ?> cache = manager.getCache(name);
            if (cache == null) {
                throw new SharedStores.StoreProblem(
                        "the cache manager has no cache '" + name
                                + "'; define it in the engine's configuration, or name another with paybearer.store.jcache.cache");
            }
            return over(cache, name);
        }
        return engine instanceof Cache<?, ?> cache ? new JCacheTokenStore((Cache<String, Object>) cache) : null;
    }

    /**
     * Opens a provider's cache manager. A null URI means the provider's default, and so does the null class loader:
     * Hazelcast makes the loader a part of the cache's name, and the loader of a WAR has another name on each node.
     */
    static Object manager(String provider, @Nullable URI uri) {
        return Caching.getCachingProvider(provider, JCacheTokenStore.class.getClassLoader())
                .getCacheManager(uri, null);
    }

    @Override
    public @Nullable String get(String key) {
        return StoredText.of(cache.get(key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return cache.putIfAbsent(key, value);
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return cache.replace(key, expected, value);
    }
}
