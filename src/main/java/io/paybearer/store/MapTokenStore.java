// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.spi.TokenStore;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A map that an engine shares among nodes, such as Infinispan's caches and Hazelcast's {@code IMap}. Thread-safe. */
final class MapTokenStore implements TokenStore {

    private final ConcurrentMap<String, String> map;

    MapTokenStore(ConcurrentMap<String, String> map) {
        this.map = map;
    }

    @Override
    public @Nullable String get(String key) {
        return map.get(key);
    }

    /** Hot Rod's map returns null whatever was there, unless it is told to look; so it is read back. */
    @Override
    public boolean putIfAbsent(String key, String value) {
        return map.putIfAbsent(key, value) == null && value.equals(map.get(key));
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return map.replace(key, expected, value);
    }

    @Override
    public boolean remove(String key, String expected) {
        return map.remove(key, expected);
    }
}
