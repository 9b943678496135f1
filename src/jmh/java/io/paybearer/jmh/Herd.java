// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.TokenUnavailableException;
import io.paybearer.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Many callers at once whose token has expired, with an endpoint that takes 100 ms. */
final class Herd {

    private static final Duration ENDPOINT = Duration.ofMillis(100);
    private static final Duration EXPIRED = Duration.ofHours(2);

    private static final int ROUNDS = 12;

    private Herd() {}

    /** How a herd came home. Its first caller had waited for the endpoint alone, the last one for those before it as well. */
    private record Played(long firstNanos, long lastNanos, int served, int endpointCalls)
            implements Comparable<Played> {

        @Override
        public int compareTo(Played other) {
            return Long.compare(lastNanos, other.lastNanos);
        }
    }

    /** When a caller had its outcome, and whether that was a token. */
    private record Outcome(long nanos, boolean served) {}

    public static void main(String[] args) throws Exception {
        System.out.printf(
                "%nHerd on an expired token, JDK %s%n%n", Runtime.version().feature());
        System.out.println(
                "| callers | endpoint | calls at the endpoint | served | first caller after | last caller after | × first |");
        System.out.println("|---|---|---|---|---|---|---|");
        play("one thread", 1, Executors.newCachedThreadPool());
        play("200 threads", 200, Executors.newCachedThreadPool());
        ExecutorService virtual = virtualThreads();
        if (virtual != null) {
            play("10,000 virtual threads", 10_000, virtual);
        }
        System.exit(0);
    }

    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException older) {
            return null;
        }
    }

    private static void play(String title, int callers, ExecutorService threads) throws Exception {
        line(title, "answers after 100 ms", callers, threads, Fault.delay(ENDPOINT));
        line(title, "fails after 100 ms", callers, threads, Fault.status(503).after(ENDPOINT));
        line(title, "none: a bare FutureTask that takes 100 ms", callers, threads, null);
    }

    private static void line(String title, String endpoint, int callers, ExecutorService threads, Fault fault)
            throws Exception {
        List<Played> played = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            played.add(fault == null ? bare(callers, threads) : herd(callers, threads, fault));
        }
        // the first rounds load classes and compile
        List<Played> counted = played.stream().skip(ROUNDS / 2).sorted().toList();
        Played median = counted.get(counted.size() / 2);
        System.out.printf(
                "| %s | %s | %d | %d | %.0f ms | %.0f ms | %.2f |%n",
                title,
                endpoint,
                median.endpointCalls(),
                median.served(),
                median.firstNanos() / 1e6,
                median.lastNanos() / 1e6,
                (double) median.lastNanos() / median.firstNanos());
    }

    private static Played herd(int callers, ExecutorService threads, Fault fault) throws Exception {
        try (Running running = Running.after(EXPIRED, fault)) {
            Played played = play(callers, threads, () -> served(running));
            return new Played(played.firstNanos(), played.lastNanos(), played.served(), running.tokenCalls());
        }
    }

    /** What the JDK itself needs to let so many callers wait and go on. */
    private static Played bare(int callers, ExecutorService threads) throws Exception {
        FutureTask<Boolean> shared = new FutureTask<>(() -> {
            Thread.sleep(ENDPOINT.toMillis());
            return true;
        });
        return play(callers, threads, () -> {
            shared.run();
            return shared.get(10, TimeUnit.SECONDS);
        });
    }

    private static boolean served(Running running) {
        try {
            running.account().headers();
            return true;
        } catch (TokenUnavailableException unavailable) {
            return false;
        }
    }

    private static Played play(int callers, ExecutorService threads, Callable<Boolean> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(callers);
        long[] began = new long[1];
        Callable<Outcome> caller = () -> {
            ready.countDown();
            start.await();
            boolean served = call.call();
            return new Outcome(System.nanoTime() - began[0], served);
        };
        List<Future<Outcome>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(threads.submit(caller));
        }
        ready.await();
        began[0] = System.nanoTime();
        start.countDown();
        return outcome(calls);
    }

    private static Played outcome(List<Future<Outcome>> calls) throws Exception {
        long first = Long.MAX_VALUE;
        long last = 0;
        int served = 0;
        for (Future<Outcome> call : calls) {
            first = Math.min(first, call.get().nanos());
            last = Math.max(last, call.get().nanos());
            served += call.get().served() ? 1 : 0;
        }
        return new Played(first, last, served, 0);
    }
}
