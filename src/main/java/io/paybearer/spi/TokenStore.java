// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import org.jspecify.annotations.Nullable;

/**
 * A store in which nodes share issued tokens: an atomic map of texts.
 *
 * <p>Implementations are thread-safe and, for each key, linearisable: of several writers that expect the same value exactly
 * one succeeds. Entries need not expire, since a value holds everything that is needed to judge it.
 */
public interface TokenStore {

    /**
     * Reads an entry.
     *
     * @param key the key
     * @return the value, or null if there is none
     */
    @Nullable String get(String key);

    /**
     * Writes an entry if there is none.
     *
     * @param key the key
     * @param value the value
     * @return whether it was written
     */
    boolean putIfAbsent(String key, String value);

    /**
     * Replaces a value if it is the expected value.
     *
     * @param key the key
     * @param expected the value that was read
     * @param value the new value
     * @return whether it was written
     */
    boolean replace(String key, String expected, String value);
}
