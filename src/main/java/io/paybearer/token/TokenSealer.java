// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.util.Optional;

/** Makes records unreadable for whoever runs the store. Thread-safe. */
public interface TokenSealer {

    /**
     * Seals a record.
     *
     * @param key the key that it will be stored under
     * @param record the record
     * @return another text each time
     */
    String seal(String key, String record);

    /**
     * Opens a record.
     *
     * @param key the key that it was stored under
     * @param sealed what {@link #seal} returned, or anything
     * @return the record; empty if it was sealed with an unknown key, for another place, or not at all
     */
    Optional<String> open(String key, String sealed);

    /**
     * For a store that nobody else sees.
     *
     * @return a sealer that leaves records as they are
     */
    static TokenSealer none() {
        return new TokenSealer() {
            @Override
            public String seal(String key, String record) {
                return record;
            }

            @Override
            public Optional<String> open(String key, String sealed) {
                return Optional.of(sealed);
            }
        };
    }
}
