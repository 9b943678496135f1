// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.spi.TokenStore;
import io.paybearer.token.TimeSource;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A shared store that holds nobody up: each operation ends within its limit, and none is tried while the store is known to be
 * broken. An operation that fails throws; that the store is lost, and that it is back, is logged once each.
 *
 * <p>Operations run on a few daemon threads of its own, which end when they are idle: one that an engine never lets go of must
 * not be missing from a server's pool. Thread-safe.
 */
public final class GuardedStore implements TokenStore, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.paybearer.store");
    private static final int MOST_THREADS = 8;
    private static final int IDLE_SECONDS = 2;

    private final String name;
    private final TokenStore store;
    private final Duration limit;
    private final StoreBreaker breaker;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            GuardedStore::thread);

    GuardedStore(String name, TokenStore store, Duration limit, TimeSource time) {
        this.name = name;
        this.store = store;
        this.limit = limit;
        this.breaker = new StoreBreaker(time, limit);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "paybearer-store");
        thread.setDaemon(true);
        thread.setContextClassLoader(GuardedStore.class.getClassLoader());
        return thread;
    }

    @Override
    public @Nullable String get(String key) {
        return guarded(() -> store.get(key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return guarded(() -> store.putIfAbsent(key, value));
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return guarded(() -> store.replace(key, expected, value));
    }

    @Override
    public boolean remove(String key, String expected) {
        return guarded(() -> store.remove(key, expected));
    }

    private <T extends @Nullable Object> T guarded(Callable<T> operation) {
        if (!breaker.passes()) {
            throw new IllegalStateException("the store is left alone after a failure");
        }
        try {
            T result = limited(operation);
            if (breaker.succeeded()) {
                LOG.log(System.Logger.Level.INFO, "paybearer.store={0} can be used again: tokens are shared", name);
            }
            return result;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            lost(e);
            throw new IllegalStateException("the store failed", e);
        }
    }

    /** An interrupt waits as well: whoever did not learn that it has the lease would leave it behind. */
    private <T extends @Nullable Object> T limited(Callable<T> operation) throws ExecutionException, TimeoutException {
        Future<T> outcome = threads.submit(operation);
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            outcome.cancel(true);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lost(Exception e) {
        if (breaker.failed() && !threads.isShutdown()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "paybearer.store={0} cannot be used ({1}): this node obtains its tokens for itself until it can;"
                            + " calls are not held up",
                    name,
                    reason(e));
        }
    }

    /** What engines say may show how they are reached, password included; so it is left out. */
    private String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (cause instanceof StoreProblem problem) {
                return String.valueOf(problem.getMessage());
            }
        }
        return e instanceof TimeoutException
                ? "no answer within " + limit.toMillis() + " ms"
                : cause.getClass().getName();
    }

    /** Takes no more operations. The engine is not ours to close. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
