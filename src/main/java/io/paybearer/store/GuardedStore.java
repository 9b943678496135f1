// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.spi.TokenStore;
import io.paybearer.thread.OwnThreads;
import io.paybearer.thread.Waits;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shared store that holds nobody up: each operation ends within its limit, and none is tried while the store is known to
 * be broken. An operation that fails throws. One log line says that the store is lost, another that it is back.
 *
 * <p>The store is opened by its first operation; if that fails, the next operation tries again. Operations run on a few
 * daemon threads that end when they are idle. They are not threads of the server: an engine may never let go of a thread,
 * which the server's pool would then miss. Thread-safe.
 */
public final class GuardedStore implements TokenStore, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.paybearer.store");
    private static final int MOST_THREADS = 8;
    private static final int IDLE_SECONDS = 2;
    private static final int MOST_CAUSES = 20;

    private final String name;
    private final Supplier<TokenStore> opener;
    private final Duration firstLimit;
    private final Duration limit;
    private volatile boolean used;
    private final StoreBreaker breaker;
    private @Nullable TokenStore opened;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            OwnThreads.named("paybearer-store"));

    /**
     * A store that was not used yet.
     *
     * @param firstLimit how long an operation may take until one has ended: the engine's client is loaded, and connects
     * @param limit how long an operation may take after that
     */
    GuardedStore(String name, Supplier<TokenStore> opener, Duration firstLimit, Duration limit, TimeSource time) {
        this.name = name;
        this.opener = opener;
        this.firstLimit = firstLimit;
        this.limit = limit;
        this.breaker = new StoreBreaker(time, limit);
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public @Nullable String get(String key) {
        return guarded(store -> store.get(key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return guarded(store -> store.putIfAbsent(key, value));
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return guarded(store -> store.replace(key, expected, value));
    }

    private <T extends @Nullable Object> T guarded(Function<TokenStore, T> operation) {
        if (!breaker.passes()) {
            throw new IllegalStateException("the store is left alone after a failure");
        }
        Duration most = used ? limit : firstLimit;
        try {
            T result = limited(() -> operation.apply(store()), most);
            used = true;
            if (breaker.succeeded()) {
                LOG.log(System.Logger.Level.INFO, "paybearer.store={0} can be used again: tokens are shared", name);
            }
            return result;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException | OutOfMemoryError e) {
            used = true;
            lost(e, most);
            throw new IllegalStateException("the store failed", e);
        }
    }

    private synchronized TokenStore store() {
        TokenStore present = opened;
        if (present == null) {
            present = opener.get();
            opened = present;
        }
        return present;
    }

    /**
     * Waits for the operation even if the caller is interrupted, and hands the interrupt on afterwards. A caller that did
     * not learn that it has the lease would leave the lease behind.
     */
    private <T extends @Nullable Object> T limited(Callable<T> operation, Duration most)
            throws ExecutionException, TimeoutException {
        Future<T> outcome = threads.submit(operation);
        long end = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Waits.outcome(outcome, Duration.ofNanos(end - System.nanoTime()));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (outcome.cancel(true)) {
                threads.purge(); // where all threads hang, what waits for them would pile up
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lost(Throwable e, Duration most) {
        if (breaker.failed() && !threads.isShutdown()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "paybearer.store={0} cannot be used ({1}): this node obtains its tokens for itself until it can;"
                            + " calls are not held up",
                    name,
                    reason(e, most));
        }
    }

    /** Only the class of the engine's exception is named: its message may show the engine's URI, password included. */
    private static String reason(Throwable e, Duration most) {
        Throwable cause = e;
        for (int depth = 0; depth < MOST_CAUSES && cause.getCause() != null; depth++) {
            cause = cause.getCause();
            if (cause instanceof SharedStores.StoreProblem problem) {
                return String.valueOf(problem.getMessage());
            }
        }
        return e instanceof TimeoutException
                ? "no answer within " + most.toMillis() + " ms"
                : cause.getClass().getName();
    }

    /** Takes no more operations. The engine stays open: it belongs to the application. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
