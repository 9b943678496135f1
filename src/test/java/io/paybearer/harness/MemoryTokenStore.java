// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import io.paybearer.spi.TokenStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A store in memory, for nodes in one JVM. Thread-safe. */
public final class MemoryTokenStore implements TokenStore {

    private final ConcurrentMap<String, String> entries = new ConcurrentHashMap<>();

    @Override
    public @Nullable String get(String key) {
        return entries.get(key);
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return entries.replace(key, expected, value);
    }
}
