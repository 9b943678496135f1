// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.token.TimeSource;
import java.time.Duration;

/**
 * The rule that leaves a store alone after a failure: for 1 s, then for 2, 4, 8, and at most for 10 s. The first operation
 * after that is a probe. While the probe runs, other operations are turned away. Thread-safe.
 */
final class StoreBreaker {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 4;

    private final TimeSource time;
    private final Duration limit;
    private int failures;
    private long closedFrom;

    StoreBreaker(TimeSource time, Duration limit) {
        this.time = time;
        this.limit = limit;
    }

    /** Whether an operation may be tried now. */
    synchronized boolean passes() {
        long now = time.monotonicNanos();
        if (failures > 0) {
            if (now - closedFrom < 0) {
                return false;
            }
            closedFrom = now + limit.toNanos();
        }
        return true;
    }

    /** Whether this is the first failure in a row. */
    synchronized boolean failed() {
        Duration rest = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        closedFrom = time.monotonicNanos() + Math.min(rest.toNanos(), LONGEST.toNanos());
        return failures++ == 0;
    }

    /** Whether this success ends a row of failures. */
    synchronized boolean succeeded() {
        boolean back = failures > 0;
        failures = 0;
        return back;
    }
}
