// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Remembers the last failure to obtain a token and says whether another attempt may be made yet. Thread-safe. */
final class Attempts {

    private final RetryPolicy policy;
    private final TimeSource time;
    private volatile @Nullable Setback last;

    Attempts(RetryPolicy policy, TimeSource time) {
        this.policy = policy;
        this.time = time;
    }

    /** Whether none may be made for now on behalf of callers whose token is in this state. */
    boolean resting(Freshness state) {
        Setback present = last;
        return present != null && present.restNanos(state, time.monotonicNanos()) > 0;
    }

    /** Why the last attempt failed; null after one that did not. */
    @Nullable TokenRequestException failure() {
        Setback present = last;
        return present == null ? null : present.error();
    }

    /**
     * Lets an attempt pass.
     *
     * @throws TokenRequestException the failure that keeps it from being made
     */
    void require(Freshness state) throws TokenRequestException {
        Setback present = last;
        if (present == null) {
            return;
        }
        long rest = present.restNanos(state, time.monotonicNanos());
        if (rest > 0) {
            throw present.remembered(rest);
        }
    }

    void succeeded() {
        last = null;
    }

    /** To be called by one thread at a time: the one that has made the attempt. */
    void failed(TokenRequestException error, Freshness state, Duration margin) {
        Setback before = last;
        Streaks streaks = (before == null ? Streaks.NONE : before.streaks()).after(error.kind(), state);
        long now = time.monotonicNanos();
        last = new Setback(
                error,
                streaks,
                now + policy.behind(error, streaks, margin).toNanos(),
                now + policy.blocking(error, streaks).toNanos());
    }
}
