// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Threads that each do the same thing once. */
final class Callers<T> {

    private final List<FutureTask<T>> outcomes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    static <T> Callers<T> start(int count, Callable<T> work) {
        Callers<T> callers = new Callers<>();
        for (int i = 0; i < count; i++) {
            FutureTask<T> outcome = new FutureTask<>(work);
            Thread thread = new Thread(outcome, "caller-" + i);
            thread.setDaemon(true);
            callers.outcomes.add(outcome);
            callers.threads.add(thread);
            thread.start();
        }
        return callers;
    }

    /** Returns once all of them are held up by something. */
    Callers<T> awaitHeldUp() {
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                if (thread.getState() == Thread.State.TERMINATED) {
                    throw new AssertionError(thread.getName() + " has come through");
                }
                Thread.yield();
            }
        }
        return this;
    }

    Thread thread(int index) {
        return threads.get(index);
    }

    List<T> results() throws Exception {
        List<T> results = new ArrayList<>();
        for (FutureTask<T> outcome : outcomes) {
            results.add(outcome.get());
        }
        return results;
    }

    List<Throwable> failures() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<T> outcome : outcomes) {
            try {
                throw new AssertionError("no failure but " + outcome.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        return failures;
    }
}
