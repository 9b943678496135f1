// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms in which people write lists and durations. */
final class TextForms {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");

    private TextForms() {}

    /** The items between commas. Spaces around an item do not belong to it, and blank items are left out. */
    static List<String> list(String text) {
        return Stream.of(text.split(",", -1))
                .filter(item -> !item.isBlank())
                .map(String::strip)
                .toList();
    }

    /**
     * A duration: {@code PT30S}, {@code 30s}, {@code 500ms}, {@code 5m}, {@code 1h}, {@code 1d} or plain seconds.
     *
     * @return the duration; empty if the text is none, or a negative one
     */
    static Optional<Duration> duration(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = SHORT_DURATION.matcher(lower);
        if (matcher.matches()) {
            return Optional.of(duration(Long.parseLong(matcher.group(1)), matcher.group(2)));
        }
        try {
            return Optional.of(Duration.parse(lower)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration duration(long number, @Nullable String unit) {
        return switch (unit == null ? "s" : unit) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
