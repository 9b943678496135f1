// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path that covers the paths below it, in whole segments: {@code /api} covers {@code /api} and {@code /api/v1}, not
 * {@code /apix}.
 *
 * @param path the raw path without a slash at its end; an empty path covers every path
 */
record PathPrefix(String path) {

    /** Escaped control characters, and bytes that UTF-8 does not have but that lax servers decode to dots and slashes. */
    private static final Pattern OTHER_DOTS = Pattern.compile("%(?:[01][0-9a-f]|7f|c0|c1)");

    static PathPrefix of(String rawPath) {
        int end = rawPath.length();
        while (end > 0 && rawPath.charAt(end - 1) == '/') {
            end--;
        }
        return new PathPrefix(rawPath.substring(0, end));
    }

    boolean covers(String rawPath) {
        if (path.isEmpty()) {
            return true;
        }
        return rawPath.startsWith(path)
                && (rawPath.length() == path.length() || rawPath.charAt(path.length()) == '/')
                && !climbs(rawPath);
    }

    /**
     * Whether some server could take the path for one that leads upwards, as {@code /v1/../admin} does. Most paths hold none of
     * the characters for that, so they are checked first.
     */
    static boolean climbs(String rawPath) {
        if (rawPath.indexOf('%') < 0 && rawPath.indexOf('\\') < 0) {
            return rawPath.indexOf('.') >= 0 && rawPath.contains("/.") && hasDotSegment(rawPath);
        }
        String path = decoded(rawPath);
        return OTHER_DOTS.matcher(path).find() || hasDotSegment(path);
    }

    /** The path with slashes, dots and the like in place of their escapes, also of escaped escapes such as {@code %252e}. */
    private static String decoded(String rawPath) {
        String path = rawPath.toLowerCase(Locale.ROOT);
        String before;
        do {
            before = path;
            path = path.replace("%25", "%")
                    .replace("%2e", ".")
                    .replace("%2f", "/")
                    .replace("%5c", "/")
                    .replace("%3b", ";")
                    .replace("%20", " ");
        } while (!path.equals(before));
        return path.replace('\\', '/');
    }

    /** Some servers cut matrix parameters (RFC 3986, section 3.3) and spaces off a segment, so {@code /..;a/} counts as well. */
    private static boolean hasDotSegment(String path) {
        for (String segment : path.split("/", -1)) {
            int parameters = segment.indexOf(';');
            String name = (parameters < 0 ? segment : segment.substring(0, parameters)).strip();
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
