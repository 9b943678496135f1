// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One caller's wait for those who hold the lease. It is over once the same lease has stood for its whole time, by this node's
 * own monotonic clock: no clocks of different nodes are compared. Used by one thread.
 */
final class LeaseWait {

    private final TimeSource time;
    private final Duration lease;
    private final long begin;
    private @Nullable String holder;
    private long holderSeen;

    LeaseWait(TimeSource time, Duration lease) {
        this.time = time;
        this.lease = lease;
        this.begin = time.monotonicNanos();
    }

    /** Whether this holder has had its time, so that the lease may be taken over. */
    boolean isOver(String nonce) {
        long now = time.monotonicNanos();
        if (!nonce.equals(holder)) {
            holder = nonce;
            holderSeen = now;
        }
        return now - holderSeen >= lease.toNanos();
    }

    /** Waits a little. Others may be at it one after another, each in vain: that has an end too. */
    void pause(Duration span) throws TokenRequestException {
        Duration longest = lease.plus(FlightOutcome.LONGEST_WAIT);
        if (time.monotonicNanos() - begin >= longest.toNanos()) {
            String message = "other nodes have been asking for a token for " + longest.toSeconds() + " s and got none";
            throw new TokenRequestException(UNAVAILABLE, message, null);
        }
        try {
            time.sleep(span);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRequestException(
                    UNAVAILABLE, "the thread was interrupted while it waited for another node's token", e);
        }
    }
}
