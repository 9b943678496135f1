// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.spi.TokenStore;
import java.net.URI;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.jspecify.annotations.Nullable;

/**
 * A cache of JSR-107. It is never created here: some engines make one that other nodes do not see. Texts alone go into it,
 * since several engines compare byte arrays by identity. Thread-safe.
 */
final class JCacheTokenStore implements TokenStore {

    private final Cache<String, String> cache;

    private JCacheTokenStore(Cache<String, String> cache) {
        this.cache = cache;
    }

    /** A bridge to a cache or a cache manager; null if it is neither. */
    @SuppressWarnings("unchecked") // Infinispan refuses to look a cache of its own configuration up with types
    static @Nullable JCacheTokenStore over(Object engine, String name) {
        if (engine instanceof CacheManager manager) {
            Cache<?, ?> cache = manager.getCache(name);
            if (cache == null) {
                throw new StoreProblem(
                        "the cache manager has no cache '" + name
                                + "'; define it in the engine's configuration, or name another with paybearer.store.jcache.cache");
            }
            return over(cache, name);
        }
        return engine instanceof Cache<?, ?> cache ? new JCacheTokenStore((Cache<String, String>) cache) : null;
    }

    /**
     * Opens the manager of a provider and URI. With the provider's own class loader, since Hazelcast makes the loader a part
     * of the cache's name, and that of a WAR is another on each node.
     */
    static Object manager(String provider, @Nullable URI uri) {
        return Caching.getCachingProvider(provider, JCacheTokenStore.class.getClassLoader())
                .getCacheManager(uri, null);
    }

    @Override
    public @Nullable String get(String key) {
        return cache.get(key);
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return cache.putIfAbsent(key, value);
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return cache.replace(key, expected, value);
    }

    @Override
    public boolean remove(String key, String expected) {
        return cache.remove(key, expected);
    }
}
