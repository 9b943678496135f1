// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import org.jspecify.annotations.Nullable;

/**
 * What a map or cache holds, as text. Whoever writes into an engine may leave there an object of any class, whatever the types
 * of the map say. No method of such an object is called: it is as if there were an empty text, which is no entry of ours.
 */
final class StoredText {

    private static final String NO_ENTRY = "";

    private StoredText() {}

    static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof String text ? text : NO_ENTRY;
    }
}
