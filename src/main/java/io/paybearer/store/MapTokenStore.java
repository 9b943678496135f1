// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.spi.TokenStore;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A map that an engine shares among nodes, such as a cache of Infinispan or an {@code IMap} of Hazelcast. Thread-safe. */
final class MapTokenStore implements TokenStore {

    private final ConcurrentMap<String, Object> map;

    @SuppressWarnings("unchecked") // whatever the map's types are, another node may have written anything
    MapTokenStore(ConcurrentMap<?, ?> map) {
        this.map = (ConcurrentMap<String, Object>) map;
    }

    @Override
    public @Nullable String get(String key) {
        return StoredText.of(map.get(key));
    }

    /** Reads the value back, since the map of Infinispan's Hot Rod client may return null although there was a value. */
    @Override
    public boolean putIfAbsent(String key, String value) {
        return map.putIfAbsent(key, value) == null && value.equals(map.get(key));
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return map.replace(key, expected, value);
    }
}
