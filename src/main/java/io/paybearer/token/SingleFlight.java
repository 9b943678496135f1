// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * At most one piece of work under way, whose outcome is shared by all who ask meanwhile.
 *
 * <p>Nobody waits for a thread: whoever runs a flight first does its work, the others' {@code run()} returns at once. So a
 * caller that needs the outcome never depends on a pool that may be full of callers like itself.
 */
final class SingleFlight<T> {

    private final AtomicReference<@Nullable Flight> underWay = new AtomicReference<>();

    /** The flight under way, or a new one that nobody runs yet. */
    Flight join(Callable<T> work) {
        while (true) {
            Flight present = underWay.get();
            if (present != null && !present.isDone()) {
                return present;
            }
            Flight mine = new Flight(work);
            if (underWay.compareAndSet(present, mine)) {
                return mine;
            }
        }
    }

    /**
     * What came of the work. A failure is an outcome like another: {@link FutureTask} would wrap it anew for each of the many
     * who may wait for it.
     *
     * @param value null if it failed
     * @param failure null if it did not
     */
    record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}

    private static <T> Outcome<T> outcome(Callable<T> work) throws Exception {
        try {
            return new Outcome<>(work.call(), null);
        } catch (Throwable failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            return new Outcome<>(null, failure);
        }
    }

    /** One run of the work; cancelled if the thread that ran it was interrupted, since that is no concern of the others. */
    final class Flight extends FutureTask<Outcome<T>> {

        private final AtomicBoolean handedOver = new AtomicBoolean();

        private Flight(Callable<T> work) {
            super(() -> outcome(work));
        }

        /** Claims the right to hand the flight to an executor. */
        boolean handOver() {
            return handedOver.compareAndSet(false, true);
        }

        /** The executor did not take it: the next caller may try again. */
        void handBack() {
            handedOver.set(false);
        }

        @Override
        protected void setException(Throwable brokenOff) {
            cancel(false);
        }

        @Override
        protected void done() {
            underWay.compareAndSet(this, null);
        }
    }
}
