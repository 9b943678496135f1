// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
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

    private final Map<String, Object> members;

    private TokenAnswer(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads an answer.
     *
     * @param json the body
     * @return the answer
     * @throws TokenRequestException if it is not a JSON object; the message shows nothing of it
     */
    public static TokenAnswer parse(String json) throws TokenRequestException {
        try {
            return new TokenAnswer(JsonUtil.parseJson(json));
        } catch (JoseException unusable) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, "the answer is not a JSON object", null);
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
        return text(name)
                .orElseThrow(
                        () -> new TokenRequestException(OUTCOME_UNKNOWN, "the answer has no \"" + name + "\"", null));
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
            throw new TokenRequestException(
                    OUTCOME_UNKNOWN, "the answer's \"" + name + "\" is not a number of seconds", null);
        }
    }
}
