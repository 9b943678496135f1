// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.token.TimeSource;
import java.time.Instant;

/**
 * The clocks of all applications: those of the JVM, until code in the same JVM puts others in their place. Only the test kit does so;
 * no configuration reaches this.
 */
final class CurrentTime implements TimeSource {

    private volatile TimeSource clocks = TimeSource.system();

    void follow(TimeSource others) {
        clocks = others;
    }

    @Override
    public long monotonicNanos() {
        return clocks.monotonicNanos();
    }

    @Override
    public long millis() {
        return clocks.millis();
    }

    @Override
    public Instant instant() {
        return clocks.instant();
    }
}
