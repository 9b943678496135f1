// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;

/**
 * The time that a test lets pass, without waiting for it. The stand-ins then judge and issue tokens as if it was that much later.
 * With {@code @PaybearerSandbox} or a {@code TestKit} the library's clocks go ahead as well, so tokens that it holds age, and pauses
 * after failures end. Each test begins with the clock of the machine again. Thread-safe.
 */
public final class SandboxClock {

    private volatile Duration ahead = Duration.ZERO;

    SandboxClock() {}

    /**
     * Lets time pass.
     *
     * @param span how much
     * @throws IllegalArgumentException if the span is negative
     */
    public synchronized void advance(Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException(
                    "time cannot go back by " + span.negated() + "; each test begins at the present");
        }
        ahead = ahead.plus(span);
    }

    /**
     * How much time has passed in this way since the test began.
     *
     * @return the sum of all {@link #advance} calls
     */
    public Duration ahead() {
        return ahead;
    }

    synchronized void reset() {
        ahead = Duration.ZERO;
    }
}
