// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long no attempt is made after a failure.
 *
 * <p>Callers that need a token now: 1 s doubling to 30 s after a transient failure, from the fifth in a row that left them
 * without one 30 s doubling to 5 min, and 2 s doubling to 60 s after a refusal of the credentials. Behind callers that have a
 * token: 5 s doubling, to an eighth of the refresh margin at most. Never less than {@code Retry-After}, up to one hour.
 */
final class RetryPolicy {

    private static final Duration FIRST_BEHIND = Duration.ofSeconds(5);
    private static final int MARGIN_SHARE = 8;
    private static final Backoff TRANSIENT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Backoff REFUSAL = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60));
    private static final Breaker BREAKER = new Breaker(5, new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(5)));
    private static final Duration LONGEST_DEMAND = Duration.ofHours(1);

    private final DoubleSupplier random;

    RetryPolicy(DoubleSupplier random) {
        this.random = random;
    }

    /** For attempts that callers wait for. One behind callers counts as the first of these, whatever its number. */
    Duration blocking(TokenRequestException error, Streaks streaks) {
        if (error.kind() == REFUSED) {
            return max(REFUSAL.after(streaks.refused()), demanded(error));
        }
        Duration wait = TRANSIENT.jittered(Math.max(1, streaks.blocking()), random.getAsDouble());
        return max(max(wait, BREAKER.openAfter(streaks.unserved())), demanded(error));
    }

    /** For attempts behind callers whose token has the given refresh margin. */
    Duration behind(TokenRequestException error, Streaks streaks, Duration margin) {
        Backoff backoff = new Backoff(FIRST_BEHIND, margin.dividedBy(MARGIN_SHARE));
        Duration wait = max(backoff.jittered(Math.max(1, streaks.background()), random.getAsDouble()), demanded(error));
        return error.kind() == REFUSED ? max(wait, REFUSAL.after(streaks.refused())) : wait;
    }

    private static Duration demanded(TokenRequestException error) {
        Duration wait = error.retryAfter().orElse(Duration.ZERO);
        return wait.compareTo(LONGEST_DEMAND) <= 0 ? wait : LONGEST_DEMAND;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
