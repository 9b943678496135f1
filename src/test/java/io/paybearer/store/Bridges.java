// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.Secret;
import io.paybearer.spi.TokenStore;
import java.net.URI;
import java.time.Duration;

/** The bridges themselves, without the limit on each operation: tests share their machine with others. */
public final class Bridges {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Bridges() {}

    public static TokenStore over(Object engine, String cache) {
        return SharedStores.over(engine, cache);
    }

    public static TokenStore jcache(String provider, URI uri, String cache) {
        return over(JCacheTokenStore.manager(provider, uri), cache);
    }

    public static TokenStore redis(String uri) {
        return new RedisTokenStore(Secret.of(uri), PATIENCE);
    }
}
