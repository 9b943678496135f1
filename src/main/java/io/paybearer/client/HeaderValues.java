// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule for whether a request has a header of the application's own. A value that says nothing, which is null or blank, is
 * no value: an application that copies an absent header leaves such a value behind.
 */
final class HeaderValues {

    private HeaderValues() {}

    /** Whether the application has set a header; values that say nothing are taken off where others remain. */
    static boolean present(MultivaluedMap<String, Object> headers, String name) {
        List<Object> values = headers.get(name);
        if (values == null || values.isEmpty()) {
            return false;
        }
        List<Object> telling = new ArrayList<>(values.size());
        for (Object value : values) {
            if (says(value)) {
                telling.add(value);
            }
        }
        if (!telling.isEmpty() && telling.size() < values.size()) {
            headers.put(name, telling);
        }
        return !telling.isEmpty();
    }

    private static boolean says(@Nullable Object value) {
        String text = value == null ? null : value.toString();
        return text != null && !text.codePoints().allMatch(HeaderValues::isSilent);
    }

    /** Blanks, no-break spaces, control characters, and characters of no width. */
    private static boolean isSilent(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
