// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.config.PaybearerConfig;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import io.paybearer.token.TimeSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** What it takes before the first request: time, heap, threads. */
final class StartUp {

    private static final URI API = URI.create("https://api.example.com");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Executor NOBODY = work -> {
        throw new IllegalStateException("nothing is to be done yet");
    };

    private StartUp() {}

    public static void main(String[] args) {
        System.out.printf("%nStart-up%n%n| what | CPU | on the wall |%n|---|---|---|%n");
        Configured one = accounts(1);
        Configured thousand = accounts(1_000);
        Set<String> before = threads();
        time("reading one account, the first time in a JVM", one);
        time("reading 1,000 accounts after that", thousand);
        for (int round = 0; round < 10; round++) {
            read(thousand);
        }
        time("reading them again", thousand);
        Set<String> started = threads();
        started.removeAll(before);
        System.out.printf("%n| what | |%n|---|---|%n");
        heap(10_000);
        line("threads started until there is a minted token", started.isEmpty() ? "none" : started.toString());
        System.exit(0);
    }

    private static void time(String what, Configured configured) {
        double[] times = read(configured);
        System.out.printf("| %s | %.0f ms | %.0f ms |%n", what, times[0], times[1]);
    }

    private static Configured accounts(int count) {
        Configured configured = Configured.nothing();
        for (int i = 0; i < count; i++) {
            configured
                    .and("m" + i)
                    .with(TestMerchants.twoCheckout(API))
                    .with("base-uri", API + "/m" + i)
                    .with("merchant-code", "merchant" + i);
        }
        return configured;
    }

    /** Milliseconds of CPU and on the wall, from the configuration that is there already to the accounts. */
    private static double[] read(Configured configured) {
        try (CurrentConfiguration configuration = CurrentConfiguration.of(configured)) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            Applications.current();
            return new double[] {(THREADS.getCurrentThreadCpuTime() - cpu) / 1e6, (System.nanoTime() - wall) / 1e6};
        }
    }

    private static Application application(PaybearerConfig config) {
        return new Application(config, TimeSource.system(), () -> 0.5, NOBODY);
    }

    private static void heap(int count) {
        Configured configured = accounts(count);
        application(configured.read(InstantSource.system()));
        long before = used();
        Application held = application(configured.read(InstantSource.system()));
        long idle = used() - before;
        for (int i = 0; i < count; i++) {
            held.account("m" + i).headers();
        }
        long withTokens = used() - before;
        line("heap of 10,000 accounts", "%.1f MiB".formatted(idle / 1048576.0));
        line("with a token each", "%.1f MiB".formatted(withTokens / 1048576.0));
        java.lang.ref.Reference.reachabilityFence(held);
        java.lang.ref.Reference.reachabilityFence(configured);
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }

    private static void line(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }
}
