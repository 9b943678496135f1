// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import java.util.Map;
import java.util.StringJoiner;
import org.jose4j.json.JsonUtil;

/**
 * The claims of one account's tokens as JSON: the fixed ones are written once, the dates are appended for each token.
 * Immutable.
 */
final class ClaimsTemplate {

    private static final int LONGEST_DATES = 56;

    private final String fixed;

    /** Takes the claims that are the same in every token, in the order in which they are written. */
    ClaimsTemplate(Map<String, String> claims) {
        StringJoiner json = new StringJoiner(",", "{", "");
        for (Map.Entry<String, String> claim : claims.entrySet()) {
            json.add(quoted(claim.getKey()) + ":" + quoted(claim.getValue()));
        }
        this.fixed = json.toString();
    }

    /** The claims as a JSON object, with {@code iat} in seconds since 1970. */
    String with(long issuedAt) {
        return begun(issuedAt).append('}').toString();
    }

    /** The claims as a JSON object, with {@code iat} and {@code exp} in seconds since 1970. */
    String with(long issuedAt, long expiresAt) {
        return begun(issuedAt).append(",\"exp\":").append(expiresAt).append('}').toString();
    }

    private StringBuilder begun(long issuedAt) {
        return new StringBuilder(fixed.length() + LONGEST_DATES)
                .append(fixed)
                .append(",\"iat\":")
                .append(issuedAt);
    }

    private static String quoted(String text) {
        return plain(text) ? '"' + text + '"' : escaped(text);
    }

    /** Whether neither JSON (RFC 8259, section 7) nor jose4j would escape a character of the text. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        String object = JsonUtil.toJson(Map.of("", text));
        return object.substring(object.indexOf(':') + 1, object.length() - 1);
    }
}
