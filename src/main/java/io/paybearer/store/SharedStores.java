// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.Secret;
import io.paybearer.spi.TokenStore;
import io.paybearer.token.TimeSource;
import io.paybearer.token.TokenKeepers.SealedStore;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes shared stores of what an application has: an engine, the place of an engine, or a {@code TokenStore} of its own. A
 * store is opened by its first operation.
 */
public final class SharedStores {

    private static final Duration REDIS = Duration.ofMillis(500);

    private SharedStores() {}

    /**
     * A store over something that the application hands over.
     *
     * @param name what it is configured as, for messages
     * @param engine a {@code ConcurrentMap}, a JCache {@code Cache} or {@code CacheManager}, or a {@code TokenStore}
     * @param cache which cache of a manager
     * @param time the clocks
     * @return the store
     */
    public static GuardedStore given(String name, Supplier<?> engine, String cache, TimeSource time) {
        Duration limit = SealedStore.LONGEST_OPERATION;
        return new GuardedStore(name, () -> over(engine.get(), cache), limit, limit, time);
    }

    /**
     * A store in a cache that a JCache provider opens.
     *
     * @param provider the class of the provider
     * @param uri the provider's URI for its configuration, or null for its default one
     * @param cache which cache
     * @param time the clocks
     * @return the store
     */
    public static GuardedStore jcache(String provider, @Nullable URI uri, String cache, TimeSource time) {
        return given("jcache", () -> JCacheTokenStore.manager(provider, uri), cache, time);
    }

    /**
     * A store in Redis.
     *
     * @param uri where it is
     * @param time the clocks
     * @return the store
     */
    public static GuardedStore redis(Secret uri, TimeSource time) {
        Duration first = SealedStore.LONGEST_OPERATION; // loads Jedis, and connects
        return new GuardedStore("redis", () -> new RedisTokenStore(uri, first), first, REDIS, time);
    }

    /**
     * The exception for a store that cannot be opened as it is configured.
     *
     * @param message why, without a secret; it is logged as it stands
     * @return the exception
     */
    public static RuntimeException problem(String message) {
        return new StoreProblem(message);
    }

    /** JCache comes last: where its API is missing, the test for it is a {@code LinkageError}. */
    static TokenStore over(Object engine, String cache) {
        if (engine instanceof TokenStore store) {
            return store;
        }
        if (engine instanceof ConcurrentMap<?, ?> map) {
            return new MapTokenStore(map);
        }
        TokenStore store = jcache(engine, cache);
        if (store == null) {
            throw new StoreProblem("the bean qualified @SharedTokens is a "
                    + engine.getClass().getName()
                    + "; it has to be a ConcurrentMap, a javax.cache.Cache or CacheManager, or a TokenStore");
        }
        return store;
    }

    private static @Nullable TokenStore jcache(Object engine, String cache) {
        try {
            return JCacheTokenStore.over(engine, cache);
        } catch (LinkageError absent) {
            return null;
        }
    }

    /** A store that cannot be opened as it is configured. Its message says why, and shows no secret. */
    static final class StoreProblem extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoreProblem(String message) {
            super(message);
        }
    }
}
