// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import io.paybearer.token.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Two clocks that stand still until a test moves them, together or one by one. Thread-safe. */
public final class TestTime implements TimeSource {

    private final AtomicLong wallMillis =
            new AtomicLong(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    private final AtomicLong monotonicNanos = new AtomicLong(-5_000_000_000L);

    private volatile Runnable onSleep = () -> {};

    /** Time passes. */
    public void advance(Duration step) {
        moveWallClock(step);
        monotonicNanos.addAndGet(step.toNanos());
    }

    /** Somebody sets the wall clock, or the machine is suspended. */
    public void moveWallClock(Duration step) {
        wallMillis.addAndGet(step.toMillis());
    }

    @Override
    public void sleep(Duration span) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(span);
        onSleep.run();
    }

    /** What happens while somebody waits. */
    public void onSleep(Runnable event) {
        onSleep = event;
    }

    @Override
    public long monotonicNanos() {
        return monotonicNanos.get();
    }

    @Override
    public long millis() {
        return wallMillis.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(wallMillis.get());
    }

    /** The wall clock, for the sandbox. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return TestTime.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
