// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A gate at which requests wait until a test opens it; see {@link Fault#hold(Gate)}. A gate that is open stays open.
 *
 * <p>With it a test makes a slow provider without sleeping: it awaits the arrivals, looks, and opens. Thread-safe.
 */
public final class Gate {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch opened = new CountDownLatch(1);
    private final Semaphore arrivals = new Semaphore(0);

    /** A closed gate. */
    public Gate() {}

    /** Lets the waiting requests pass, and all that come later. */
    public void open() {
        opened.countDown();
    }

    /**
     * Waits until this many more requests have arrived; ten seconds at the most. Arrivals of earlier waits do not count.
     *
     * @param count how many
     * @throws InterruptedException if the test is interrupted
     * @throws IllegalStateException if they did not arrive in time
     */
    public void awaitArrivals(int count) throws InterruptedException {
        if (!arrivals.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "expected " + count + " requests at the gate, found " + arrivals.availablePermits());
        }
    }

    void pass() throws InterruptedException {
        arrivals.release();
        opened.await();
    }
}
