// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** URIs of requests: what the base covers is at its host and below its path, however often somebody decodes it. */
public final class RequestUriFuzz {

    private static final BaseUri BASE = BaseUri.of(URI.create("https://api.example.com/v1"));
    private static final int DECODINGS = 3;

    private RequestUriFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (String each : new String[] {text, "https://api.example.com/v1" + text, "https://api.example.com" + text}) {
            try {
                URI uri = new URI(each);
                if (BASE.covers(uri)) {
                    requireInside(uri);
                }
            } catch (URISyntaxException noUri) {
                // no request can have it
            }
        }
    }

    private static void requireInside(URI uri) {
        boolean there =
                "api.example.com".equalsIgnoreCase(uri.getHost()) && (uri.getPort() == -1 || uri.getPort() == 443);
        String path = decoded(uri.getRawPath()); // a base covers every spelling of its own path
        for (int i = 0; i < DECODINGS; i++) {
            String normal = URI.create("https://h" + escaped(path)).normalize().getRawPath();
            there = there && (normal.equals("/v1") || normal.startsWith("/v1/"));
            path = decoded(path);
        }
        if (!there) {
            throw new IllegalStateException("covered: " + uri);
        }
    }

    /** Escapes of printable ASCII alone: a server decodes others to what is no path. */
    private static String decoded(String path) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            int octet = path.charAt(i) == '%' && i + 2 < path.length() ? number(path.substring(i + 1, i + 3)) : -1;
            boolean plain = octet > ' ' && octet < 0x7f;
            decoded.append(plain ? (char) octet : path.charAt(i));
            i += plain ? 2 : 0;
        }
        return decoded.toString();
    }

    private static int number(String digits) {
        return digits.matches("[0-9a-fA-F]{2}") ? Integer.parseInt(digits, 16) : -1;
    }

    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder();
        path.chars()
                .forEach(c -> escaped.append(
                        c == '/' || Character.isLetterOrDigit(c) || c == '.' ? String.valueOf((char) c) : "_"));
        return escaped.toString();
    }
}
