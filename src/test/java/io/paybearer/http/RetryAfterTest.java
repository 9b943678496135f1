// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long A_CENTURY = 36_525L * 86_400;

    private static Optional<Duration> parsed(String header) {
        return RetryAfter.parse(header, NOW);
    }

    private static String written(Instant date, String pattern) {
        return OffsetDateTime.ofInstant(date, ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /** RFC 9110, section 5.6.7: the three forms of one date, in words of the RFC. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "  Sun, 06 Nov 1994 08:49:37 GMT  "
            })
    void dateOfTheRfc_isADate(String date) {
        assertThat(RetryAfter.parse(date, Instant.parse("1994-11-06T08:49:07Z")))
                .contains(Duration.ofSeconds(30));
        assertThat(parsed(date)).as("it is past").contains(Duration.ZERO);
    }

    @Property
    void anyDate_reads_inTheFormsOfFourDigits(@ForAll @LongRange(min = 1, max = A_CENTURY) long ahead) {
        Instant date = NOW.plusSeconds(ahead);

        assertThat(parsed(written(date, "EEE, dd MMM yyyy HH:mm:ss 'GMT'"))).contains(Duration.ofSeconds(ahead));
        assertThat(parsed(written(date, "EEE MMM ppd HH:mm:ss yyyy"))).contains(Duration.ofSeconds(ahead));
    }

    /** More than fifty years ahead is not ahead at all. */
    @Property
    void anyDate_reads_withAYearOfTwoDigits(@ForAll @LongRange(min = 1, max = A_CENTURY / 2 - 86_400) long ahead) {
        assertThat(parsed(written(NOW.plusSeconds(ahead), "EEEE, dd-MMM-yy HH:mm:ss 'GMT'")))
                .contains(Duration.ofSeconds(ahead));
    }

    @Property
    void anyYearOfTwoDigits_isAtMostFiftyYearsAhead(@ForAll @IntRange(max = 99) int year) {
        Duration wait =
                parsed("Friday, 01-Jan-%02d 00:00:00 GMT".formatted(year)).orElseThrow();

        assertThat(wait).isLessThan(Duration.ofDays(50 * 366));
        assertThat(wait.isZero()).isEqualTo(year > 76 || year <= 26);
    }

    @Property
    void anyText_isRead_orCountsAsAbsent(@ForAll String text) {
        assertThat(parsed(text).orElse(Duration.ZERO).isNegative()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "7.5, PT7.5S",
        "7., PT7S",
        "0.0001, PT0.001S",
        "1.23456789, PT1.235S",
        "-1, PT0S",
        "-7.5, PT0S",
        "999999999, PT277777H46M39S",
        "1000000000, PT596523H14M7S",
        "999999999999999999999999999999, PT596523H14M7S",
        "99999999999999999999.5, PT596523H14M7S"
    })
    void number_isAWaitInSeconds(String header, Duration wait) {
        assertThat(parsed(header)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "7,5", "+5", "5s", "1e3", ".5", "Infinity", "NaN", "0x10", "--5", "٣", "Mon", "GMT"})
    void otherText_countsAsAbsent(String header) {
        assertThat(parsed(header)).isEmpty();
    }

    /** A long text takes no longer than its length. */
    @Example
    void longText_isReadInNoTime() {
        String digits = "9".repeat(200_000);
        assertThat(parsed(digits + "x")).isEmpty();
        assertThat(parsed("a".repeat(200_000))).isEmpty();
        assertThat(parsed(" ".repeat(200_000) + digits)).isPresent();
    }
}
