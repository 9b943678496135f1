// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import java.util.Map;
import java.util.StringJoiner;
import org.jose4j.json.JsonUtil;

/** The claims of one account's tokens: the ones that never change, already written, then the numeric dates. Immutable. */
public final class ClaimsTemplate {

    private static final int LONGEST_DATES = 56;

    private final String fixed;

    /**
     * Claims that are the same in every token.
     *
     * @param claims names and texts, in the order in which they are to be written
     */
    public ClaimsTemplate(Map<String, String> claims) {
        StringJoiner json = new StringJoiner(",", "{", "");
        claims.forEach((name, text) -> json.add(quoted(name) + ":" + quoted(text)));
        this.fixed = json.toString();
    }

    /**
     * Claims with a date.
     *
     * @param issuedAt {@code iat}, seconds since 1970
     * @return a JSON object
     */
    public String with(long issuedAt) {
        return begun(issuedAt).append('}').toString();
    }

    /**
     * Claims with two dates.
     *
     * @param issuedAt {@code iat}, seconds since 1970
     * @param expiresAt {@code exp}, seconds since 1970
     * @return a JSON object
     */
    public String with(long issuedAt, long expiresAt) {
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

    /** Whether JSON (RFC 8259, section 7) and jose4j leave all characters as they are. */
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
