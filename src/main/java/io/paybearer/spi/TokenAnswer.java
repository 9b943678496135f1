// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that a token endpoint has answered. A key that occurs twice is an error (RFC 8259, section 4, leaves it
 * open).
 */
public final class TokenAnswer {

    private static final long LONGEST_SECONDS = Integer.MAX_VALUE;

    /** An offset may be written without its colon, as some providers do. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private final EndpointAnswer answer;
    private final Map<String, Object> members;

    private TokenAnswer(EndpointAnswer answer, Map<String, Object> members) {
        this.answer = answer;
        this.members = members;
    }

    /**
     * Reads an answer.
     *
     * @param answer the answer
     * @return its members
     * @throws TokenRequestException if its body is not a JSON object; the message shows nothing of it
     */
    public static TokenAnswer parse(EndpointAnswer answer) throws TokenRequestException {
        return parse(answer, answer.body());
    }

    /**
     * Reads an answer whose body had to be prepared.
     *
     * @param answer the answer
     * @param json what to read
     * @return its members
     * @throws TokenRequestException if that is not a JSON object; the message shows nothing of it
     */
    public static TokenAnswer parse(EndpointAnswer answer, String json) throws TokenRequestException {
        try {
            return new TokenAnswer(answer, JsonUtil.parseJson(json));
        } catch (JoseException | RuntimeException unusable) {
            throw answer.unusable("its body is not a JSON object");
        }
    }

    /**
     * A text.
     *
     * @param names the members to look at, in this order
     * @return the first of them that is a text and not empty, if any
     */
    public Optional<String> text(String... names) {
        for (String name : names) {
            if (members.get(name) instanceof String text && !text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /**
     * A text that must be there.
     *
     * @param name the member
     * @return the text
     * @throws TokenRequestException if there is none
     */
    public String requiredText(String name) throws TokenRequestException {
        return text(name).orElseThrow(() -> answer.unusable("its body has no \"" + name + "\""));
    }

    /**
     * A number of seconds, as a JSON number or as a text of digits.
     *
     * @param name the member
     * @return the duration, empty if there is no such member
     * @throws TokenRequestException if it is something else
     */
    public Optional<Duration> seconds(String name) throws TokenRequestException {
        @Nullable Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            double seconds = Double.parseDouble(value.toString().strip());
            return Optional.of(Duration.ofSeconds((long) Math.max(0, Math.min(seconds, LONGEST_SECONDS))));
        } catch (NumberFormatException e) {
            throw answer.unusable("its \"" + name + "\" is not a number of seconds");
        }
    }

    /**
     * A moment in the form of RFC 3339, such as {@code 2026-01-01T12:00:00Z} or {@code 2026-01-01T12:00:00+0000}.
     *
     * @param name the member
     * @return the moment, empty if there is no such member
     * @throws TokenRequestException if it is something else
     */
    public Optional<Instant> instant(String name) throws TokenRequestException {
        @Nullable Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MOMENT.parse(value.toString().strip(), Instant::from));
        } catch (DateTimeException e) {
            throw answer.unusable("its \"" + name + "\" is not a date and time");
        }
    }
}
