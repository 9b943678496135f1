// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.AccessToken;
import io.paybearer.TokenUnavailableException;
import io.paybearer.thread.OwnThreads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The callers that do not wait for a token themselves. For each account one thread waits for all of them.
 *
 * <p>What the application does with a token runs on the thread that completes the future. It may wait there, even for another
 * token. So each future is completed on a thread of its own, and never on a thread that renews tokens. Thread-safe.
 */
final class AsyncTokens {

    private final ExecutorService threads = OwnThreads.asManyAsNeeded("paybearer-async");

    /** Who waits for which account. While an account is a key here, a thread asks for it. */
    private final Map<Account, List<Caller>> waiting = new HashMap<>();

    /** What a future is told: a token or a failure. */
    private interface Outcome extends Consumer<CompletableFuture<AccessToken>> {}

    /** A future, and the class loader of the thread that asked for it. */
    private record Caller(
            CompletableFuture<AccessToken> future, @Nullable ClassLoader loader) {

        void hear(Outcome outcome) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                outcome.accept(future);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    /** A token of an account, as soon as there is one. */
    CompletableFuture<AccessToken> get(Account account) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Caller caller = new Caller(new CompletableFuture<>(), loader);
        if (isFirst(account, caller)) {
            try {
                threads.execute(() -> answerAll(account, () -> asked(account)));
            } catch (RejectedExecutionException | OutOfMemoryError noThread) {
                answerAll(account, () -> failed(noThread(account)));
            }
        }
        return caller.future();
    }

    private synchronized boolean isFirst(Account account, Caller caller) {
        boolean first = !waiting.containsKey(account);
        waiting.computeIfAbsent(account, none -> new ArrayList<>()).add(caller);
        return first;
    }

    /** Those who wait now. If it is nobody, the account has no thread any more. */
    private synchronized List<Caller> taken(Account account) {
        List<Caller> callers = waiting.remove(account);
        if (callers == null || callers.isEmpty()) {
            return List.of();
        }
        waiting.put(account, new ArrayList<>());
        return callers;
    }

    /** Asks once for all who wait now, then for those who have come meanwhile: they may know that the token was refused. */
    private void answerAll(Account account, Supplier<Outcome> asking) {
        for (List<Caller> callers = taken(account); !callers.isEmpty(); callers = taken(account)) {
            Outcome outcome = asking.get();
            callers.forEach(caller -> answer(caller, outcome));
        }
    }

    private void answer(Caller caller, Outcome outcome) {
        try {
            threads.execute(() -> caller.hear(outcome));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            caller.hear(outcome);
        }
    }

    private static Outcome asked(Account account) {
        try {
            AccessToken token = account.headers().token();
            return future -> future.complete(token);
        } catch (Throwable failure) { // whatever it is, the callers hear of it
            return failed(failure);
        }
    }

    private static Outcome failed(Throwable failure) {
        return future -> future.completeExceptionally(failure);
    }

    private static TokenUnavailableException noThread(Account account) {
        String name = account.name();
        String message = "account '" + name + "' has no token to send: no thread is free, or the application has ended";
        return new TokenUnavailableException(name, true, message, null);
    }

    /** Takes no more threads. Futures that were asked for before are completed all the same. */
    void close() {
        threads.shutdown();
    }
}
