// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;

/**
 * The last failure, and until when it keeps further attempts from being made. Immutable.
 *
 * @param error what went wrong
 * @param streaks the failures in a row that it ends
 * @param behindFrom when one may be made behind callers that have a token, by the monotonic clock
 * @param blockingFrom when one may be made that callers wait for, by the monotonic clock
 */
record Setback(TokenRequestException error, Streaks streaks, long behindFrom, long blockingFrom) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** How long there is to wait yet; zero or less once an attempt may be made. */
    long restNanos(Freshness state, long nowNanos) {
        return (state.compareTo(Freshness.CRITICAL) < 0 ? behindFrom : blockingFrom) - nowNanos;
    }

    /** What callers get who cannot be served while attempts rest. */
    TokenRequestException remembered(long restNanos) {
        long seconds = (restNanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
        String message = error.getMessage() + "; the next attempt is allowed in " + seconds + " s";
        return new TokenRequestException(error.kind(), message, Duration.ofNanos(restNanos), error);
    }
}
