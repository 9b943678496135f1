// SPDX-License-Identifier: Apache-2.0
package io.paybearer.thread;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a thread of the application waits. A worker of a fork-join pool, such as a thread of a parallel stream, tells its pool
 * first ({@link ForkJoinPool#managedBlock}). The pool then lets another thread take the worker's place.
 *
 * <p>A thread that waits here does nothing else meanwhile. {@code CompletableFuture.get} may run other tasks of the pool. Such
 * a task may need the very result that this thread is about to produce.
 */
public final class Waits {

    private Waits() {}

    /**
     * Waits for what comes of some work.
     *
     * @param work the work; it must not depend on a pool that waiting threads may fill
     * @param limit how long to wait
     * @param <T> what comes of it
     * @return what came of it
     * @throws ExecutionException if it failed
     * @throws TimeoutException if it was not done in time
     * @throws InterruptedException if this thread was interrupted
     */
    public static <T extends @Nullable Object> T outcome(Future<T> work, Duration limit)
            throws ExecutionException, TimeoutException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        managed(new Done(work, end));
        return work.get(0, TimeUnit.NANOSECONDS);
    }

    /**
     * Lets time pass.
     *
     * @param span how much
     * @throws InterruptedException if this thread is interrupted
     */
    public static void sleep(Duration span) throws InterruptedException {
        managed(new Passed(span));
    }

    /** A pool that has no more threads to give makes nobody fail: this thread waits all the same. */
    private static void managed(ForkJoinPool.ManagedBlocker wait) throws InterruptedException {
        try {
            ForkJoinPool.managedBlock(wait);
        } catch (RejectedExecutionException | OutOfMemoryError noMoreThreads) {
            if (!wait.isReleasable()) {
                wait.block();
            }
        }
    }

    /** Waits until some work is done, however it ends, or a time has come. */
    private record Done(Future<?> work, long end) implements ForkJoinPool.ManagedBlocker {

        @Override
        public boolean block() throws InterruptedException {
            try {
                work.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException | CancellationException askedForLater) {
                return true;
            }
            return true;
        }

        @Override
        public boolean isReleasable() {
            return work.isDone();
        }
    }

    /** Waits until a time has passed. */
    private record Passed(Duration span) implements ForkJoinPool.ManagedBlocker {

        @Override
        public boolean block() throws InterruptedException {
            Thread.sleep(span.toMillis());
            return true;
        }

        @Override
        public boolean isReleasable() {
            return false;
        }
    }
}
