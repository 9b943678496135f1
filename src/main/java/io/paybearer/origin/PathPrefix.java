// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.util.Locale;

/**
 * A path that covers the paths below it, in whole segments: {@code /api} covers {@code /api} and {@code /api/v1}, not
 * {@code /apix}.
 *
 * @param path the normalised path without a slash at its end; an empty path covers every path
 */
record PathPrefix(String path) {

    static PathPrefix of(String rawPath) {
        int end = rawPath.length();
        while (end > 0 && rawPath.charAt(end - 1) == '/') {
            end--;
        }
        return new PathPrefix(normalised(rawPath.substring(0, end)));
    }

    /** Whether a path lies below this one, however a server reads it. */
    boolean covers(String rawPath) {
        return below(normalised(rawPath)) && !DecodedPath.leadsElsewhere(rawPath);
    }

    private boolean below(String normalised) {
        return normalised.startsWith(path)
                && (path.isEmpty() || normalised.length() == path.length() || normalised.charAt(path.length()) == '/');
    }

    /**
     * The path in the spelling of RFC 3986, section 6.2.2: unreserved characters without their escapes, other escapes in upper
     * case. Escaped slashes stay escaped. A path without escapes is returned as it is.
     */
    static String normalised(String rawPath) {
        int escape = rawPath.indexOf('%');
        if (escape < 0) {
            return rawPath;
        }
        StringBuilder path = new StringBuilder(rawPath.length());
        int from = 0;
        while (escape >= 0 && escape + 3 <= rawPath.length()) {
            path.append(rawPath, from, escape).append(spelling(rawPath, escape));
            from = escape + 3;
            escape = rawPath.indexOf('%', from);
        }
        return path.append(rawPath, from, rawPath.length()).toString();
    }

    private static String spelling(String rawPath, int escape) {
        int high = Character.digit(rawPath.charAt(escape + 1), 16);
        int low = Character.digit(rawPath.charAt(escape + 2), 16);
        char octet = (char) (high * 16 + low);
        return high >= 0 && low >= 0 && unreserved(octet)
                ? String.valueOf(octet)
                : rawPath.substring(escape, escape + 3).toUpperCase(Locale.ROOT);
    }

    private static boolean unreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
