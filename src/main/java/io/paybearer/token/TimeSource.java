// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.thread.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Both clocks of this machine: the wall clock, which may jump, and the monotonic clock, which only goes forward. */
public interface TimeSource extends InstantSource {

    /**
     * The monotonic clock, which nobody can set. Only the difference of two readings has a meaning. The clock may stand
     * still while the machine is suspended.
     *
     * @return nanoseconds
     */
    long monotonicNanos();

    /**
     * Lets time pass.
     *
     * @param span how much
     * @throws InterruptedException if the thread is interrupted
     */
    default void sleep(Duration span) throws InterruptedException {
        Waits.sleep(span);
    }

    /**
     * The clocks of the JVM.
     *
     * @return the clocks
     */
    static TimeSource system() {
        return new TimeSource() {
            @Override
            public long monotonicNanos() {
                return System.nanoTime();
            }

            @Override
            public long millis() {
                return System.currentTimeMillis();
            }

            @Override
            public Instant instant() {
                return Instant.now();
            }
        };
    }
}
