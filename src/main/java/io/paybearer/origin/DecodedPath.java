// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A path as servers may read it that decode more, or more often, than RFC 3986 allows. */
final class DecodedPath {

    /** How often escapes may be escaped again. A path with more of that is refused. */
    private static final int DEEPEST = 8;

    /** Characters that look like a slash and that some servers turn into one, besides those that Unicode turns. */
    private static final String SLASHES = "/\\\u2044\u2215\u29F8\u29F5\u2216";

    /** Full stops of other scripts that host names treat as a dot, besides those that Unicode turns into one. */
    private static final String DOTS = ".\u3002";

    /** What ends a segment on some servers: matrix parameters, and a query or fragment that was escaped. */
    private static final String ENDS = ";?#";

    private DecodedPath() {}

    /**
     * Whether some server could take the path for one that leads elsewhere, as {@code /v1/../admin} does. Segments of dots count,
     * in every decoding. So do escapes that are not UTF-8, and control characters. Most paths hold no escape, so this is checked
     * first.
     *
     * @param rawPath the raw path of a URI
     */
    static boolean leadsElsewhere(String rawPath) {
        if (plain(rawPath)) {
            return rawPath.contains("/.") && hasDotSegment(rawPath);
        }
        String path = rawPath;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (path.chars().anyMatch(Character::isISOControl)
                    || hasDotSegment(Normalizer.normalize(path, Normalizer.Form.NFKC))) {
                return true;
            }
            try {
                String decoded = decoded(path);
                if (decoded.equals(path)) {
                    return false;
                }
                path = decoded;
            } catch (CharacterCodingException notUtf8) {
                return true;
            }
        }
        return true;
    }

    private static boolean plain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' || c == '\\' || c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** The path with the characters in place of their escapes. */
    private static String decoded(String path) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        byte[] raw = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int octet = raw[i] == '%' ? number(raw, i + 1, 2) : -1;
            int wide = raw[i] == '%' && i + 1 < raw.length && (raw[i + 1] | 0x20) == 'u' ? number(raw, i + 2, 4) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                i += 2;
            } else if (wide >= 0) {
                bytes.writeBytes(String.valueOf((char) wide).getBytes(StandardCharsets.UTF_8));
                i += 5;
            } else {
                bytes.write(raw[i]);
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }

    /** The number of so many hexadecimal digits; -1 if other characters stand there. */
    private static int number(byte[] text, int from, int digits) {
        int number = from + digits <= text.length ? 0 : -1;
        for (int i = from; i < from + digits && number >= 0; i++) {
            int digit = Character.digit(text[i], 16);
            number = digit < 0 ? -1 : number * 16 + digit;
        }
        return number;
    }

    private static boolean hasDotSegment(String path) {
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || SLASHES.indexOf(path.charAt(i)) >= 0) {
                if (dots(path, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** Whether a segment is one dot or two, without its parameters and the characters that nobody sees. */
    private static boolean dots(String path, int start, int end) {
        int dots = 0;
        for (int i = start; i < end && ENDS.indexOf(path.charAt(i)) < 0; i++) {
            if (DOTS.indexOf(path.charAt(i)) >= 0) {
                dots++;
            } else if (!Invisible.is(codePoint(path, i))) {
                return false;
            }
        }
        return dots == 1 || dots == 2;
    }

    /** The character that stands there, also where the second half of its two {@code char}s stands. */
    private static int codePoint(String text, int index) {
        boolean second = index > 0 && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return text.codePointAt(second ? index - 1 : index);
    }
}
