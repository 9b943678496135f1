// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which members of a token's header and payload are shown with their values: numbers, truth values and short texts of a list
 * of members. Of all others the names alone are shown. What looks like a token itself is never shown.
 */
final class ShownClaims {

    static final String HIDDEN = "(hidden)";

    /** Who has made the token for whom, by what algorithm, for what, and when it is valid. {@code issuer} is what borderless writes. */
    private static final Set<String> HARMLESS = Set.of(
            "alg",
            "aud",
            "azp",
            "client_id",
            "cty",
            "enc",
            "exp",
            "iat",
            "iss",
            "issuer",
            "jti",
            "kid",
            "nbf",
            "scope",
            "sub",
            "typ");

    /** A JSON object in Base64url begins so, as every JWT does. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8}|(?<![\\w-])e[wy][\\w-]{16}");

    private static final int LONGEST = 200;

    private ShownClaims() {}

    static Map<String, Object> of(JsonObject object) {
        Map<String, Object> shown = new LinkedHashMap<>();
        object.members()
                .forEach((name, value) -> shown.put(
                        text(String.valueOf(name)), HARMLESS.contains(String.valueOf(name)) ? value(value) : HIDDEN));
        return shown;
    }

    private static Object value(Object value) {
        if (value instanceof List<?> items) {
            return items.stream()
                    .map(item -> item instanceof List<?> ? HIDDEN : value(item))
                    .toList();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof String text ? text(text) : HIDDEN;
    }

    /** A text that is short and no token, or the word that stands for it. */
    static String text(String text) {
        return text.length() > LONGEST || TOKEN.matcher(text).find() ? HIDDEN : text;
    }
}
