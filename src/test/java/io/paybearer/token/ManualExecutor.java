// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs what it was given when the test says so, or takes nothing. */
final class ManualExecutor implements Executor {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private @Nullable RuntimeException refusal;

    @Override
    public synchronized void execute(Runnable work) {
        if (refusal != null) {
            throw refusal;
        }
        queue.add(work);
    }

    /** How many of those in the queue have not been done by somebody else meanwhile. */
    synchronized long pending() {
        return queue.stream()
                .filter(work -> !(work instanceof Future<?> future && future.isDone()))
                .count();
    }

    synchronized int queued() {
        return queue.size();
    }

    void runAll() {
        for (Runnable work = poll(); work != null; work = poll()) {
            work.run();
        }
    }

    private synchronized @Nullable Runnable poll() {
        return queue.poll();
    }

    synchronized void drop() {
        queue.clear();
    }

    void reject() {
        rejectWith(new RejectedExecutionException("full"));
    }

    synchronized void rejectWith(RuntimeException failure) {
        refusal = failure;
    }

    synchronized void accept() {
        refusal = null;
    }
}
