// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * How far one attempt goes along with a store and the other nodes in it. It pauses before each further look. It ends after the
 * time of a lease, after ten seconds at most, and when the store has let others have the lease five times.
 *
 * <p>Both limits hold whatever the store answers: a store that refuses every write, one that keeps nothing, or one in which
 * somebody changes the lease all the time. Used by one thread.
 */
final class Patience {

    /** How long to pause before the next look. */
    static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** How often an attempt may lose a lease to others. */
    static final int MOST_RACES = 5;

    /** A dead node's lease is over before the patience ends, although it takes a while to see the lease. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private final TimeSource time;
    private final long end;
    private int racesLost;

    Patience(TimeSource time, Duration leaseTime) {
        this.time = time;
        this.end = time.monotonicNanos() + longest(leaseTime).toNanos();
    }

    /** The longest that an attempt waits for other nodes whose lease time this is. */
    static Duration longest(Duration leaseTime) {
        Duration whole = leaseTime.plus(SLACK);
        return whole.compareTo(SingleFlight.LONGEST_WAIT) < 0 ? whole : SingleFlight.LONGEST_WAIT;
    }

    /** The store has not given this node the lease that was free. */
    void raceLost() {
        racesLost++;
    }

    /**
     * Whether to look again; pauses if so.
     *
     * @throws CancellationException if the thread is interrupted
     */
    boolean lasts() {
        if (racesLost >= MOST_RACES || time.monotonicNanos() - end >= 0) {
            return false;
        }
        try {
            time.sleep(LOOK_EVERY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the thread was interrupted while it waited for another node's token");
        }
    }
}
