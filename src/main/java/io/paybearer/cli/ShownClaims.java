// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which members of a token's header and claims are shown with their values.
 *
 * <p>Without {@code all} these are the members of a list, if their value is a number, a short text, or a list of these. Everything else is shown by
 * its name alone. With {@code all} these are all members but those whose names say that they hold a secret, at every depth. A value
 * or a name that looks like a token itself is never shown.
 *
 * @param all whether somebody has asked for the values that are not on the list
 */
record ShownClaims(boolean all) {

    static final String HIDDEN = "(hidden)";

    /** Who has made the token for whom, by what algorithm, and when it is valid. {@code issuer} is what borderless writes. */
    private static final Set<String> HARMLESS =
            Set.of("alg", "enc", "typ", "cty", "kid", "iss", "issuer", "sub", "aud", "iat", "nbf", "exp");

    private static final Pattern SECRET =
            Pattern.compile("key|secret|passw|pwd|token|credential|jwk|assertion|cookie|authorization|signature");

    /** A JSON object in Base64url begins so, as every JWT and JWE does. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8}|(?<![\\w-])e[wy][\\w-]{16}");

    private static final int LONGEST = 128;
    private static final int DEEPEST = 16;

    /** The names of the list. */
    static String names() {
        return String.join(", ", new TreeSet<>(HARMLESS));
    }

    Map<String, Object> of(Map<String, Object> members) {
        return of(members, 0);
    }

    private Map<String, Object> of(Map<?, ?> members, int depth) {
        Map<String, Object> shown = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            String text = String.valueOf(name);
            shown.put(isToken(text) ? HIDDEN : text, hides(text) ? HIDDEN : value(value, depth));
        });
        return shown;
    }

    private boolean hides(String name) {
        return all ? SECRET.matcher(name.toLowerCase(Locale.ROOT)).find() : !HARMLESS.contains(name);
    }

    private @Nullable Object value(@Nullable Object value, int depth) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return isToken(text) || (!all && text.length() > LONGEST) ? HIDDEN : text;
        }
        if (value instanceof List<?> items && depth < DEEPEST) {
            int inside = all ? depth + 1 : DEEPEST;
            return items.stream().map(item -> value(item, inside)).toList();
        }
        return all && value instanceof Map<?, ?> members && depth < DEEPEST ? of(members, depth + 1) : HIDDEN;
    }

    private static boolean isToken(String text) {
        return TOKEN.matcher(text).find();
    }
}
