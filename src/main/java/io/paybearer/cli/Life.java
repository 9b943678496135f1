// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a token is still accepted, as far as its claims tell.
 *
 * @param end when the token expires; null if its claims do not tell
 * @param rule how the end is known
 * @param remaining the time until the end, negative if that has passed; null if there is no end
 */
record Life(@Nullable Instant end, String rule, @Nullable Duration remaining) {

    private static final Life UNKNOWN = new Life(null, "it has no claim exp", null);
    private static final Set<String> MOMENTS = Set.of("exp", "iat", "nbf");

    /** The life of a token. Without {@code exp} it ends as long after {@code iat} as the provider's documentation says. */
    static Life of(Map<String, Object> claims, Instant now) {
        Optional<Instant> exp = instant(claims.get("exp"), Duration.ZERO);
        if (exp.isPresent()) {
            return until(exp.get(), "by its claim exp", now);
        }
        if (claims.containsKey("issuer")) {
            return after(claims.get("iat"), Duration.ofMinutes(15), "borderless: 15 min from iat on", now);
        }
        return claims.containsKey("sub")
                ? after(claims.get("iat"), Duration.ofMinutes(30), "2Checkout: 30 min from iat on", now)
                : UNKNOWN;
    }

    private static Life after(@Nullable Object iat, Duration lifetime, String rule, Instant now) {
        return instant(iat, lifetime).map(end -> until(end, rule, now)).orElse(UNKNOWN);
    }

    private static Life until(Instant end, String rule, Instant now) {
        return new Life(end, rule, Duration.between(now, end));
    }

    /** The moment that a claim stands for; empty if the claim is no moment. */
    static Optional<Instant> moment(String claim, @Nullable Object value) {
        return MOMENTS.contains(claim) ? instant(value, Duration.ZERO) : Optional.empty();
    }

    private static Optional<Instant> instant(@Nullable Object seconds, Duration later) {
        try {
            return seconds instanceof Number number
                    ? Optional.of(Instant.ofEpochSecond(number.longValue()).plus(later))
                    : Optional.empty();
        } catch (DateTimeException beyondTime) {
            return Optional.empty();
        }
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (end != null && remaining != null) {
            members.put("expiresAt", end.toString());
            members.put("remainingSeconds", remaining.toSeconds());
        }
        members.put("expiryRule", rule);
        return members;
    }

    @Override
    public String toString() {
        if (end == null || remaining == null) {
            return "unknown, " + rule;
        }
        String length = LifeText.of(remaining);
        return (remaining.isNegative() || remaining.isZero() ? "EXPIRED " + length + " ago" : length + " remain")
                + ", until " + end + " (" + rule + ")";
    }
}
