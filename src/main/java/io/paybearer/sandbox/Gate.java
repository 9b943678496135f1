// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A gate at which requests wait until a test opens it; see {@link Fault#hold(Gate)}. Once open it stays open.
 *
 * <p>Thread-safe. It makes a slow provider without any sleeping: wait for the arrivals, look, open.
 */
public final class Gate {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch opened = new CountDownLatch(1);
    private final Semaphore arrivals = new Semaphore(0);

    /** A closed gate. */
    public Gate() {}

    /** Lets all pass that wait and all that come. */
    public void open() {
        opened.countDown();
    }

    /**
     * Waits until that many requests, beyond those waited for before, have arrived; at most ten seconds.
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
