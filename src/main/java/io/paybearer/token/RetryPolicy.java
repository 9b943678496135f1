// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long the keeper rests after a failure before it makes the next attempt. Immutable.
 *
 * <p>While callers need a token now, it rests 1 s doubling to 30 s after a transient failure. From the fifth failure in a
 * row that leaves callers without a token, it rests 30 s doubling to 5 min. After a refusal of the credentials it rests
 * 2 s doubling to 60 s.
 *
 * <p>In the background, while callers have a token, it rests 5 s doubling to an eighth of the refresh margin.
 *
 * <p>It never rests shorter than {@code Retry-After} demands, up to one hour.
 */
final class RetryPolicy {

    private static final Duration FIRST_BEHIND = Duration.ofSeconds(5);
    private static final int MARGIN_SHARE = 8;
    private static final Backoff TRANSIENT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Backoff REFUSAL = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60));
    private static final Backoff UNSERVED = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(5));
    private static final int MANY_UNSERVED = 5;
    private static final Duration LONGEST_DEMAND = Duration.ofHours(1);

    private final DoubleSupplier random;

    RetryPolicy(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * A wait that doubles from one failure in a row to the next. Immutable.
     *
     * @param first the wait after the first failure
     * @param longest no wait is longer
     */
    record Backoff(Duration first, Duration longest) {

        private static final int MOST_DOUBLINGS = 30;

        /** The wait after so many failures in a row; the first failure is number 1. */
        Duration after(int failures) {
            Duration wait = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
            return wait.compareTo(longest) <= 0 ? wait : longest;
        }

        /** The same wait, shorter by a random share of up to its half, so that nodes do not come back in step. */
        Duration jittered(int failures, double share) {
            return Duration.ofNanos((long) (after(failures).toNanos() * (1 - share / 2)));
        }
    }

    /** The pause before the next attempt that blocks callers. A failed background renewal counts as the first such failure. */
    Duration blocking(TokenRequestException error, Failures.Streaks streaks) {
        if (error.kind() == REFUSED) {
            return max(REFUSAL.after(streaks.refused()), demanded(error));
        }
        Duration wait = TRANSIENT.jittered(Math.max(1, streaks.blocking()), random.getAsDouble());
        return max(max(wait, breaker(streaks.unserved())), demanded(error));
    }

    /** The pause before the next attempt in the background, for callers whose token has the given refresh margin. */
    Duration behind(TokenRequestException error, Failures.Streaks streaks, Duration margin) {
        Backoff backoff = new Backoff(FIRST_BEHIND, margin.dividedBy(MARGIN_SHARE));
        Duration wait = max(backoff.jittered(Math.max(1, streaks.background()), random.getAsDouble()), demanded(error));
        return error.kind() == REFUSED ? max(wait, REFUSAL.after(streaks.refused())) : wait;
    }

    /** For how long the provider is left alone after so many failures without a token; zero below the fifth. */
    static Duration breaker(int unserved) {
        return unserved < MANY_UNSERVED ? Duration.ZERO : UNSERVED.after(unserved - MANY_UNSERVED + 1);
    }

    private static Duration demanded(TokenRequestException error) {
        Duration wait = error.retryAfter().orElse(Duration.ZERO);
        return wait.compareTo(LONGEST_DEMAND) <= 0 ? wait : LONGEST_DEMAND;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
