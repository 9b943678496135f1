// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Durations, lists and URIs of Redis, as they stand in a configuration. */
public final class DurationFuzz {

    private DurationFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        TextForms.duration(text).filter(Duration::isNegative).ifPresent(span -> {
            throw new IllegalStateException("a negative time: " + span);
        });
        boolean escapes = text.indexOf('\\') >= 0; // an item that ends with one cannot be written in a list
        if (!escapes && !TextForms.list(TextForms.joined(TextForms.list(text))).equals(TextForms.list(text))) {
            throw new IllegalStateException("another list: " + text);
        }
        try {
            RedisUri.complete(text);
        } catch (IllegalArgumentException objection) {
            // the message is for people
        }
    }
}
