// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import org.jspecify.annotations.Nullable;

/**
 * What a store holds under a key: {@code 1|<nonce>|<record>}. Immutable.
 *
 * @param nonce says who is renewing the token; empty while nobody is
 * @param sealed the sealed record of the token; empty before the first one
 */
record StoredText(String nonce, String sealed) {

    private static final String VERSION = "1";
    private static final int PARTS = 3;

    /** Whatever cannot be read is as if it were not there. */
    static StoredText parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split("\\|", PARTS);
        return parts.length == PARTS && parts[0].equals(VERSION)
                ? new StoredText(parts[1], parts[2])
                : new StoredText("", "");
    }

    boolean leased() {
        return !nonce.isEmpty();
    }

    /** The same record, leased. */
    StoredText leasedBy(String holder) {
        return new StoredText(holder, sealed);
    }

    String text() {
        return VERSION + "|" + nonce + "|" + sealed;
    }

    @Override
    public String toString() {
        return "StoredText[" + nonce + "]";
    }
}
