// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The time in which a token may be used, by its claims {@code iat} and {@code exp}. Each is a JSON number of seconds since
 * 1970, which may have a fraction.
 *
 * @param issuedAt when the token was minted
 * @param expiresAt when it expires; empty without {@code exp}
 */
record Validity(Instant issuedAt, Optional<Instant> expiresAt) {

    private static final BigDecimal YEAR_10000 = BigDecimal.valueOf(253_402_300_800L);

    static Validity of(JsonObject claims) {
        return of(claims, claims::number);
    }

    /** As above, but a text of digits counts as a number: some of 2Checkout's client libraries write such texts. */
    static Validity ofNumbersOrDigits(JsonObject claims) {
        return of(
                claims,
                name -> claims.number(name)
                        .or(() -> claims.text(name)
                                .filter(text -> text.matches("[0-9]{1,12}"))
                                .map(BigDecimal::new)));
    }

    private static Validity of(JsonObject claims, Function<String, Optional<BigDecimal>> numbers) {
        Instant issuedAt = instant(numbers, "iat");
        return new Validity(issuedAt, claims.has("exp") ? Optional.of(instant(numbers, "exp")) : Optional.empty());
    }

    /** Refuses a token whose {@code iat} lies in the future. */
    void requireIssuedBy(Instant now) {
        if (issuedAt.isAfter(now)) {
            throw Refused.unauthorized("token's iat is in the future");
        }
    }

    /** Refuses a token whose {@code exp} has passed. Without {@code exp} no token is refused. */
    void requireUnexpired(Instant now) {
        requireBefore(now, expiresAt.orElse(Instant.MAX));
    }

    /** Refuses a token that is older than the provider allows. */
    void requireYounger(Instant now, Duration age) {
        requireBefore(now, issuedAt.plus(age));
    }

    private static void requireBefore(Instant now, Instant end) {
        if (!now.isBefore(end)) {
            throw Refused.unauthorized("token has expired");
        }
    }

    /** The moment that a claim names. */
    static Instant instant(JsonObject claims, String name) {
        return instant(claims::number, name);
    }

    private static Instant instant(Function<String, Optional<BigDecimal>> numbers, String name) {
        BigDecimal seconds = numbers.apply(name)
                .filter(number -> number.signum() >= 0 && number.compareTo(YEAR_10000) < 0)
                .orElseThrow(() -> Refused.unauthorized("token's " + name + " is not a number of seconds"));
        long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        return Instant.ofEpochSecond(seconds.longValue(), nanos);
    }
}
