// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.util.Optional;

/** Makes records unreadable for those who run the store. Thread-safe. */
public interface TokenSealer {

    /**
     * Seals a record.
     *
     * @param key the key under which the record will be stored
     * @param record the record
     * @return another text each time
     */
    String seal(String key, String record);

    /**
     * Opens a record.
     *
     * @param key the key under which the record was stored
     * @param sealed what {@link #seal} returned, or any other text
     * @return the record; empty if it was sealed with an unknown key, was sealed for another place, or is not sealed at all
     */
    Optional<String> open(String key, String sealed);
}
