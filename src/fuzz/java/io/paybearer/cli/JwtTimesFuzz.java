// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Tokens that {@code inspect} is given: their life, or a failure with a message. */
public final class JwtTimesFuzz {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private JwtTimesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String claims = Base64.getUrlEncoder().withoutPadding().encodeToString(input);
        for (String each : new String[] {new String(input, StandardCharsets.UTF_8), "e30." + claims + ".x"}) {
            try {
                TokenText token = TokenText.of(each);
                token.shown(new ShownClaims(true)).lines(Life.of(token.claims(), NOW));
            } catch (CliException expected) {
                // the message is for people
            }
        }
    }
}
