// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where issued tokens are kept: an atomic map of texts.
 *
 * <p>Implementations are thread-safe, and linearisable for each key: of several writers that expect the same value exactly
 * one wins. Entries need not expire; everything that is needed to judge a value is in the value.
 */
public interface TokenStore {

    /**
     * Reads.
     *
     * @param key the key
     * @return the value, or null if there is none
     */
    @Nullable String get(String key);

    /**
     * Writes if there is nothing.
     *
     * @param key the key
     * @param value the value
     * @return whether it was written
     */
    boolean putIfAbsent(String key, String value);

    /**
     * Writes if the present value is the expected one.
     *
     * @param key the key
     * @param expected the text that was read
     * @param value the value
     * @return whether it was written
     */
    boolean replace(String key, String expected, String value);

    /**
     * Removes if the present value is the expected one.
     *
     * @param key the key
     * @param expected the text that was read
     * @return whether it was removed
     */
    boolean remove(String key, String expected);
}
