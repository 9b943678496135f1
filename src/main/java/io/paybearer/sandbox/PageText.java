// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The page's text, and headers that let the browser run this text alone: its one style, its one script, no other origin, no frame.
 *
 * @param html the text
 */
record PageText(String html) {

    private static final String RESOURCE = "page.html";

    static PageText read() {
        try (InputStream in = PageText.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the jar of the sandbox");
            }
            // a browser hashes the text with these ends of lines, whatever a checkout has made of them
            return new PageText(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply reply() {
        return Reply.of(200, "text/html; charset=utf-8", html, Reply.ACCEPTED);
    }

    Map<String, String> headers() {
        return Map.of(
                "Content-Security-Policy", policy(),
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Cache-Control", "no-store");
    }

    private String policy() {
        return "default-src 'none'; script-src '" + hash("script") + "'; style-src '" + hash("style")
                + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none'";
    }

    /** The hash of what is between an element's tags (Content Security Policy Level 3, section 2.3.1). */
    private String hash(String element) {
        String start = "<" + element + ">";
        int from = html.indexOf(start) + start.length();
        byte[] content =
                html.substring(from, html.indexOf("</" + element + ">", from)).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "PageText";
    }
}
