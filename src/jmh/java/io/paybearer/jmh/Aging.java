// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.PaybearerException;
import io.paybearer.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Twenty callers for 6 s while their token is valid and due for renewal. */
final class Aging {

    private static final Duration DUE = Duration.ofMinutes(50);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final long SPAN_NANOS = Duration.ofSeconds(6).toNanos();
    private static final Duration STEP = Duration.ofMillis(5);
    private static final int CALLERS = 20;

    private Aging() {}

    /** What one caller saw. */
    private record Seen(long worstNanos, int errors) {}

    public static void main(String[] args) throws Exception {
        System.out.printf("%n20 callers for 6 s, token due for renewal%n%n");
        System.out.println("| endpoint | calls at the endpoint | errors | worst caller |");
        System.out.println("|---|---|---|---|");
        measure(Fault.delay(SLOW));
        line("answers after 2 s", Fault.delay(SLOW));
        line("fails at once", Fault.status(503));
        line("fails after 2 s", Fault.status(503).after(SLOW));
        System.exit(0);
    }

    private static void line(String endpoint, Fault fault) throws Exception {
        System.out.println("| " + endpoint + " | " + measure(fault) + " |");
    }

    private static String measure(Fault fault) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1);
        try (Running running = Running.after(DUE, fault)) {
            long end = System.nanoTime() + SPAN_NANOS;
            Future<Seen> clock = threads.submit(() -> moveClocks(running, end));
            List<Future<Seen>> callers = new ArrayList<>();
            Callable<Seen> caller = () -> callUntil(running, end);
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(caller));
            }
            long worst = 0;
            int errors = clock.get().errors();
            for (Future<Seen> seen : callers) {
                worst = Math.max(worst, seen.get().worstNanos());
                errors += seen.get().errors();
            }
            return "%d | %d | %.1f ms".formatted(running.tokenCalls(), errors, worst / 1e6);
        } finally {
            threads.shutdown();
        }
    }

    private static Seen moveClocks(Running running, long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            Thread.sleep(STEP.toMillis());
            running.pass(STEP);
        }
        return new Seen(0, 0);
    }

    private static Seen callUntil(Running running, long end) throws InterruptedException {
        long worst = 0;
        int errors = 0;
        while (System.nanoTime() < end) {
            Thread.sleep(1);
            long before = System.nanoTime();
            try {
                running.account().headers();
            } catch (PaybearerException unavailable) {
                errors++;
            }
            worst = Math.max(worst, System.nanoTime() - before);
        }
        return new Seen(worst, errors);
    }
}
