// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static java.util.Objects.requireNonNull;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.thread.Waits;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs at most one execution of some work at a time. All who ask while it runs share its outcome. Thread-safe.
 *
 * <p>The work runs on the thread of the first caller. So a caller never depends on a pool that may be full of callers like
 * itself. The other callers wait by {@link Waits}.
 *
 * <p>Work that was broken off by an interrupt throws a {@link CancellationException}. This class alone understands it: the
 * interrupted caller is told so, and the other callers start over.
 */
final class SingleFlight<T> {

    /** How long a caller waits for a provider that another thread has asked. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Duration longestWait;
    private final AtomicReference<@Nullable Flight> underWay = new AtomicReference<>();

    /** Flights that another thread's caller waits for no longer than this. */
    SingleFlight(Duration longestWait) {
        this.longestWait = longestWait;
    }

    Duration longestWait() {
        return longestWait;
    }

    /**
     * The outcome of the execution under way, or of a new execution by this caller.
     *
     * @throws TokenRequestException the same for all who share the outcome if the work failed; or if this caller was
     *     interrupted, has waited too long, or is called by the work itself
     */
    T get(Callable<T> work) throws TokenRequestException {
        while (true) {
            Flight flight = join(work);
            if (flight.isRunByThisThread()) {
                throw new TokenRequestException(
                        UNAVAILABLE, "a token was asked for by the very code that is obtaining it", null);
            }
            flight.run();
            try {
                return flight.outcome();
            } catch (CancellationException brokenOff) {
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted(brokenOff);
                }
            }
        }
    }

    private static TokenRequestException interrupted(Exception cause) {
        return new TokenRequestException(UNAVAILABLE, "the thread was interrupted while it waited for a token", cause);
    }

    /** The execution under way, or a new one that no thread runs yet. */
    Flight join(Callable<T> work) {
        while (true) {
            Flight present = underWay.get();
            if (present != null && !present.isDone()) {
                return present;
            }
            Flight mine = new Flight(new Work<>(work));
            if (underWay.compareAndSet(present, mine)) {
                return mine;
            }
        }
    }

    /**
     * What came of the work. A failure is an outcome too: {@link FutureTask} would wrap a thrown failure anew for each of the
     * many who may wait for it.
     *
     * @param value null if the work failed
     * @param failure null if it did not fail
     */
    private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

        T orThrow() throws TokenRequestException {
            if (value == null) {
                throw Issuance.failure(requireNonNull(failure));
            }
            return value;
        }

        static <T> Outcome<T> of(Callable<T> work) {
            try {
                return new Outcome<>(work.call(), null);
            } catch (CancellationException brokenOff) {
                throw brokenOff;
            } catch (Throwable failure) {
                return new Outcome<>(null, failure);
            }
        }
    }

    /** The work, and the thread that does it. */
    private static final class Work<T> implements Callable<Outcome<T>> {

        private final Callable<T> work;
        private volatile @Nullable Thread thread;

        Work(Callable<T> work) {
            this.work = work;
        }

        @Override
        public Outcome<T> call() {
            thread = Thread.currentThread();
            try {
                return Outcome.of(work);
            } finally {
                thread = null;
            }
        }
    }

    /**
     * One execution of the work. If the thread that runs it is interrupted, the future is cancelled, not failed: the other
     * waiters then start over.
     */
    final class Flight extends FutureTask<Outcome<T>> {

        private final AtomicBoolean handedOver = new AtomicBoolean();
        private final Work<T> work;

        private Flight(Work<T> work) {
            super(work);
            this.work = work;
        }

        /** Whether the caller is code that the work has called, such as a listener. It would wait for itself. */
        private boolean isRunByThisThread() {
            return work.thread == Thread.currentThread();
        }

        /**
         * The work's outcome, waited for in bounded time.
         *
         * @throws TokenRequestException if the work failed, or this thread was interrupted or has waited too long
         * @throws CancellationException if the thread that ran the work was interrupted
         */
        T outcome() throws TokenRequestException {
            try {
                return Waits.outcome(this, longestWait).orThrow();
            } catch (ExecutionException | TimeoutException e) {
                throw new TokenRequestException(UNAVAILABLE, "no answer within " + longestWait.toSeconds() + " s", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(e);
            }
        }

        /** Claims the right to hand the execution to an executor. */
        boolean handOver() {
            return handedOver.compareAndSet(false, true);
        }

        /** The executor did not take the execution: the next caller may try again. */
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
