package io.paybearer.jmh;

import io.paybearer.TokenUnavailableException;
import io.paybearer.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers at once whose token has expired, with an endpoint that takes 100 ms. */
final class Herd {

    private static final Duration ENDPOINT = Duration.ofMillis(100);
    private static final Duration EXPIRED = Duration.ofHours(2);

    private Herd() {}

    /** When a caller had its outcome, and whether that was a token. */
    private record Outcome(long nanos, boolean served) {}

    public static void main(String[] args) throws Exception {
        System.out.printf(
                "%nHerd on an expired token, JDK %s%n%n", Runtime.version().feature());
        System.out.println("| callers | endpoint | calls at the endpoint | served | last caller after |");
        System.out.println("|---|---|---|---|---|");
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
        // the first rounds load classes and compile
        for (int round = 0; round < 3; round++) {
            measure(callers, threads, Fault.delay(ENDPOINT));
        }
        line(title, "answers after 100 ms", callers, threads, Fault.delay(ENDPOINT));
        line(title, "fails after 100 ms", callers, threads, Fault.status(503).after(ENDPOINT));
    }

    private static void line(String title, String endpoint, int callers, ExecutorService threads, Fault fault)
            throws Exception {
        System.out.println("| " + title + " | " + endpoint + " | " + measure(callers, threads, fault) + " |");
    }

    private static String measure(int callers, ExecutorService threads, Fault fault) throws Exception {
        try (Running running = Running.after(EXPIRED, fault)) {
            CountDownLatch start = new CountDownLatch(1);
            CountDownLatch ready = new CountDownLatch(callers);
            List<Future<Outcome>> calls = new ArrayList<>();
            long[] began = new long[1];
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(() -> {
                    ready.countDown();
                    start.await();
                    return call(running, began[0]);
                }));
            }
            ready.await();
            began[0] = System.nanoTime();
            start.countDown();
            return outcome(running, calls);
        }
    }

    private static Outcome call(Running running, long began) {
        boolean served;
        try {
            running.account().credential();
            served = true;
        } catch (TokenUnavailableException unavailable) {
            served = false;
        }
        return new Outcome(System.nanoTime() - began, served);
    }

    private static String outcome(Running running, List<Future<Outcome>> calls) throws Exception {
        long last = 0;
        int served = 0;
        for (Future<Outcome> call : calls) {
            last = Math.max(last, call.get().nanos());
            served += call.get().served() ? 1 : 0;
        }
        return "%d | %d | %.0f ms".formatted(running.tokenCalls(), served, last / 1e6);
    }
}
