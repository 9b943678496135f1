// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.util.List;
import java.util.Optional;

/** Names entries and makes records unreadable, so that those who run the store learn no credential and no token. Thread-safe. */
public interface TokenSealer {

    /**
     * The names that a credential's entry may have. An entry that is there keeps its name; a new entry gets the first name.
     *
     * @param credential the fingerprint of the credential
     * @return at least one name; nobody can tell from a name what the credential is, or try out what it may be
     */
    List<String> names(String credential);

    /**
     * Seals a record.
     *
     * @param name the name of the entry that will have the record
     * @param record the record
     * @return another text each time
     */
    String seal(String name, String record);

    /**
     * Opens a record.
     *
     * @param name the name of the entry that had the record
     * @param sealed what {@link #seal} returned, or any other text
     * @return the record; empty if it was sealed with an unknown key, was sealed for another entry, or is not sealed at all
     */
    Optional<String> open(String name, String sealed);
}
