// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** {@code Retry-After} of any text: a time that is not negative, or none. */
public final class RetryAfterFuzz {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private RetryAfterFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        RetryAfter.parse(new String(input, StandardCharsets.ISO_8859_1), NOW)
                .filter(Duration::isNegative)
                .ifPresent(wait -> {
                    throw new IllegalStateException("a negative time: " + wait);
                });
    }
}
