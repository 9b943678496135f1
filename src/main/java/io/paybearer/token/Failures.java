// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The failures since the last token, and whether they allow another attempt yet. Thread-safe. */
final class Failures {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final RetryPolicy policy;
    private final TimeSource time;
    private volatile @Nullable Last last;

    Failures(RetryPolicy policy, TimeSource time) {
        this.policy = policy;
        this.time = time;
    }

    /**
     * The last failure, and until when the keeper rests after it.
     *
     * @param error what went wrong
     * @param streaks the failures in a row, this failure among them
     * @param behindFrom the monotonic time from which an attempt in the background may be made
     * @param blockingFrom the monotonic time from which an attempt may be made that callers wait for
     */
    private record Last(TokenRequestException error, Streaks streaks, long behindFrom, long blockingFrom) {

        long restNanos(Freshness state, long nowNanos) {
            return (state.compareTo(CRITICAL) < 0 ? behindFrom : blockingFrom) - nowNanos;
        }
    }

    /**
     * How many attempts have failed in a row, counted by what became of the callers meanwhile. Immutable.
     *
     * @param background failed attempts in the background, while callers had a token
     * @param blocking transient failures for which callers waited
     * @param unserved those of them that left callers without a token
     * @param refused refusals of the credentials
     */
    record Streaks(int background, int blocking, int unserved, int refused) {

        static final Streaks NONE = new Streaks(0, 0, 0, 0);

        /**
         * The counts after one more failure. A refusal is an answer of the provider, so it ends a row of transient failures.
         * A transient failure does not end a row of refusals.
         */
        Streaks after(TokenRequestException.Kind kind, Freshness state) {
            boolean waited = state.compareTo(CRITICAL) >= 0;
            int behind = waited ? background : background + 1;
            if (kind == REFUSED) {
                return new Streaks(behind, 0, 0, refused + 1);
            }
            return new Streaks(
                    behind, waited ? blocking + 1 : blocking, state == EXPIRED ? unserved + 1 : unserved, refused);
        }
    }

    /** Whether the keeper rests, so that no attempt may be made for callers whose token is in this state. */
    boolean resting(Freshness state) {
        Last present = last;
        return present != null && present.restNanos(state, time.monotonicNanos()) > 0;
    }

    /** Why the last attempt failed; null if it did not fail. */
    @Nullable TokenRequestException last() {
        Last present = last;
        return present == null ? null : present.error();
    }

    /**
     * Returns if an attempt may be made for callers whose token is in this state.
     *
     * @throws TokenRequestException the last failure, with the time of the next attempt, while the keeper rests
     */
    void requireNoRest(Freshness state) throws TokenRequestException {
        Last present = last;
        if (present == null) {
            return;
        }
        long rest = present.restNanos(state, time.monotonicNanos());
        if (rest > 0) {
            throw remembered(present.error(), rest);
        }
    }

    private static TokenRequestException remembered(TokenRequestException error, long restNanos) {
        long seconds = (restNanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
        String message = error.getMessage() + "; the next attempt is allowed in " + seconds + " s";
        return new TokenRequestException(error.kind(), message, Duration.ofNanos(restNanos), error);
    }

    /** Forgets all failures: there is a new token, or a new issuer. */
    void forget() {
        last = null;
    }

    /**
     * Adds a failure. To be called by one thread at a time, the thread that has made the attempt.
     *
     * @param error what went wrong
     * @param state the state of the token that callers have
     * @param margin that token's refresh margin; zero if there is no token
     */
    void add(TokenRequestException error, Freshness state, Duration margin) {
        Last before = last;
        Streaks streaks = (before == null ? Streaks.NONE : before.streaks()).after(error.kind(), state);
        long now = time.monotonicNanos();
        last = new Last(
                error,
                streaks,
                now + policy.behind(error, streaks, margin).toNanos(),
                now + policy.blocking(error, streaks).toNanos());
    }
}
