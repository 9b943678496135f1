// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which people write lists, durations and numbers. */
final class TextForms {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private TextForms() {}

    /**
     * The items between commas. Spaces around an item do not belong to it, and blank items are left out. A backslash before a
     * comma makes the comma a part of its item, as in all lists of MicroProfile Config.
     */
    static List<String> list(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',') {
                addUnlessBlank(item, items);
                item.setLength(0);
            } else if (text.startsWith("\\,", i)) {
                item.append(text.charAt(++i));
            } else {
                item.append(c);
            }
        }
        addUnlessBlank(item, items);
        return List.copyOf(items);
    }

    private static void addUnlessBlank(StringBuilder item, List<String> items) {
        String stripped = item.toString().strip();
        if (!stripped.isEmpty()) {
            items.add(stripped);
        }
    }

    /** The text of which {@link #list} makes these items. */
    static String joined(List<String> items) {
        return items.stream().map(item -> item.replace(",", "\\,")).collect(Collectors.joining(","));
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

    /** A whole number of up to nine digits; empty if the text is none. */
    static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Whether a text is one of the two positions of a switch. */
    static boolean isSwitch(String text) {
        String bare = text.strip();
        return bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false");
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
