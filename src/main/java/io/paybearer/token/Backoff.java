// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.time.Duration;

/**
 * A wait that doubles from one failure in a row to the next. Immutable.
 *
 * @param first the wait after the first failure
 * @param longest no wait is longer
 */
record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** The wait after so many failures in a row; the first one is number 1. */
    Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) <= 0 ? wait : longest;
    }

    /** The same wait, shorter by a random share of up to its half, so that nodes do not come back in step. */
    Duration jittered(int failures, double share) {
        return Duration.ofNanos((long) (after(failures).toNanos() * (1 - share / 2)));
    }
}
