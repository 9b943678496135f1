// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.token.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The rule that something is said once a minute at most, however often there is a reason. Thread-safe. */
final class OnceAMinute {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimeSource time;
    private @Nullable Long saidNanos;

    OnceAMinute(TimeSource time) {
        this.time = time;
    }

    /** Whether it may be said now. Who gets this answer says it. */
    synchronized boolean isDue() {
        long now = time.monotonicNanos();
        Long said = saidNanos;
        boolean due = said == null || now - said >= MINUTE.toNanos();
        if (due) {
            saidNanos = now;
        }
        return due;
    }

    /** Nothing was said. */
    synchronized void startOver() {
        saidNanos = null;
    }
}
