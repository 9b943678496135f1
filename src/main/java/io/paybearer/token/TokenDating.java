// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Puts dates on tokens.
 *
 * @param time both clocks
 * @param policy the margins
 * @param random from 0 to 1, drawn once for each token
 */
public record TokenDating(TimeSource time, FreshnessPolicy policy, DoubleSupplier random) {

    /** A moment by both clocks. */
    record Moment(long nanos, Instant wall) {

        /** The monotonic clock first: by it a token then never seems to live longer than its date says. */
        static Moment now(TimeSource time) {
            long nanos = time.monotonicNanos();
            return new Moment(nanos, time.instant());
        }

        Moment before(Duration span) {
            return new Moment(nanos - span.toNanos(), wall.minus(span));
        }

        long millis() {
            return wall.toEpochMilli();
        }
    }

    Moment now() {
        return Moment.now(time);
    }

    /**
     * A token that has just arrived.
     *
     * @throws IllegalArgumentException if its margins leave nothing of its life
     */
    HeldToken issued(IssuedToken token, Moment sent) {
        return new HeldToken(token, windows(token), sent, time.monotonicNanos());
    }

    /**
     * A token that another node asked for: its age is known by the wall clock alone. One from the future, by more than
     * clocks usually differ, is of no known age, so it is as if it were not there, like one whose margins leave nothing.
     */
    Optional<HeldToken> adopted(IssuedToken token, long sentMillis) {
        try {
            Windows windows = windows(token);
            Moment now = now();
            Duration age = Duration.ofMillis(now.millis() - sentMillis);
            if (age.negated().compareTo(windows.blockFrom()) > 0) {
                return Optional.empty();
            }
            Moment sent = now.before(bounded(age, token.lifetime()));
            return Optional.of(new HeldToken(token, windows, sent, sent.nanos()));
        } catch (IllegalArgumentException nothingRemains) {
            return Optional.empty();
        }
    }

    private Windows windows(IssuedToken token) {
        return policy.windows(token.lifetime(), random.getAsDouble());
    }

    private static Duration bounded(Duration age, Duration longest) {
        if (age.isNegative()) {
            return Duration.ZERO;
        }
        return age.compareTo(longest) <= 0 ? age : longest;
    }
}
