// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code Retry-After}: a number of seconds, or a date in one of the three forms that HTTP has had (RFC 9110, sections
 * 10.2.3 and 5.6.7). A decimal fraction, which some servers send, is accepted too.
 */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("(-?)(\\d+)(\\.\\d*)?");
    private static final int MOST_DIGITS = 9;
    private static final int MILLIS = 1000;
    private static final int YEARS_BACK = 49;

    /** What stands before the date proper in all three forms. It adds nothing, so it need not be right. */
    private static final Pattern DAY_OF_WEEK = Pattern.compile("^\\p{Alpha}+,?\\s+");

    private RetryAfter() {}

    /**
     * How long to wait.
     *
     * @param header the header's value
     * @param now what a date is compared with
     * @return zero for a negative number and for a date in the past; the longest wait there is for a number of more than nine
     *     digits; empty for any other text
     */
    static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        var seconds = SECONDS.matcher(value);
        if (!seconds.matches()) {
            return date(value, now).map(date -> notNegative(Duration.between(now, date)));
        }
        if (!seconds.group(1).isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.of(
                seconds.group(2).length() > MOST_DIGITS
                        ? Duration.ofSeconds(Integer.MAX_VALUE)
                        : Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * MILLIS)));
    }

    private static Duration notNegative(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static Optional<Instant> date(String value, Instant now) {
        String date = DAY_OF_WEEK.matcher(value).replaceFirst("");
        return forms(now).flatMap(form -> read(date, form).stream()).findFirst();
    }

    private static Optional<Instant> read(String date, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    /** A year of two digits is at most fifty years ahead (RFC 9110, section 5.6.7). */
    private static Stream<DateTimeFormatter> forms(Instant now) {
        LocalDate earliest = now.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(YEARS_BACK);
        DateTimeFormatterBuilder rfc850 = form("d-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                .appendPattern(" HH:mm:ss 'GMT'");
        return List.of(form("d MMM uuuu HH:mm:ss 'GMT'"), rfc850, form("MMM ppd HH:mm:ss uuuu")).stream()
                .map(builder -> builder.toFormatter(Locale.ENGLISH));
    }

    private static DateTimeFormatterBuilder form(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    }
}
