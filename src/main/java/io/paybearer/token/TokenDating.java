// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Gives the tokens of one credential their dates and margins. Immutable.
 *
 * @param time both clocks
 * @param random from 0 to 1, drawn once for each token
 * @param minted whether the tokens are minted here
 * @param refreshMargin the configured refresh margin; empty if it is computed
 */
record TokenDating(TimeSource time, DoubleSupplier random, boolean minted, Optional<Duration> refreshMargin) {

    /** A moment by both clocks. */
    record Moment(long nanos, Instant wall) {

        long millis() {
            return wall.toEpochMilli();
        }
    }

    /** This moment. The monotonic clock is read first, so by that clock a token never lives longer than its date says. */
    Moment now() {
        long nanos = time.monotonicNanos();
        return new Moment(nanos, time.instant());
    }

    /**
     * A token that has just arrived.
     *
     * @param token the token
     * @param sent when the request for the token was sent
     * @throws IllegalArgumentException if its margins leave nothing of its life
     */
    HeldToken issued(IssuedToken token, Moment sent) {
        return new HeldToken(token, margins(token), sent, time.monotonicNanos(), time);
    }

    /**
     * A token that another node asked for. Only the wall clock tells its age. Two kinds of tokens count as absent: a token whose
     * margins leave nothing of its life, and a token from the future. A date is in the future if it is further ahead of this
     * node's clock than the clocks of two nodes usually differ. The token keeps the date that it came with: by that date an
     * entry is told from an earlier one.
     */
    Optional<HeldToken> adopted(IssuedToken token, long sentMillis) {
        try {
            Margins margins = margins(token);
            Moment now = now();
            Duration age = Duration.ofMillis(now.millis() - sentMillis);
            if (age.negated().compareTo(margins.blockFrom()) > 0) {
                return Optional.empty();
            }
            long sentNanos = now.nanos() - bounded(age, token.lifetime()).toNanos();
            Moment sent = new Moment(sentNanos, Instant.ofEpochMilli(sentMillis));
            return Optional.of(new HeldToken(token, margins, sent, sentNanos, time));
        } catch (IllegalArgumentException nothingRemains) {
            return Optional.empty();
        }
    }

    private Margins margins(IssuedToken token) {
        return Margins.of(minted, refreshMargin, token.lifetime(), random.getAsDouble());
    }

    private static Duration bounded(Duration age, Duration longest) {
        if (age.isNegative()) {
            return Duration.ZERO;
        }
        return age.compareTo(longest) <= 0 ? age : longest;
    }
}
