// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import io.paybearer.sandbox.SandboxClock;
import io.paybearer.token.TimeSource;
import java.time.Instant;

/**
 * The clocks of the JVM, ahead by the time that a test has let pass.
 *
 * @param passed the time that has passed
 */
record MovedTime(SandboxClock passed) implements TimeSource {

    @Override
    public long monotonicNanos() {
        return System.nanoTime() + passed.ahead().toNanos();
    }

    @Override
    public long millis() {
        return System.currentTimeMillis() + passed.ahead().toMillis();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(passed.ahead());
    }
}
