package io.paybearer.jmh;

import io.paybearer.config.PaybearerConfig;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import io.paybearer.token.TimeSource;
import io.paybearer.wiring.Application;
import io.paybearer.wiring.Applications;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** What it takes before the first request: time, heap, threads. */
final class StartUp {

    private static final URI API = URI.create("https://api.example.com");
    private static final Executor NOBODY = work -> {
        throw new IllegalStateException("nothing is to be done yet");
    };

    private StartUp() {}

    public static void main(String[] args) {
        System.out.printf("%nStart-up%n%n| what | |%n|---|---|%n");
        Configured thousand = accounts(1_000);
        double cold = millisToRead(thousand);
        for (int round = 0; round < 10; round++) {
            millisToRead(thousand);
        }
        line("reading 1,000 accounts, the first time in a JVM", "%.0f ms".formatted(cold));
        line("reading them again", "%.0f ms".formatted(millisToRead(thousand)));
        heap(10_000);
        Set<String> started = threadsStarted(thousand);
        line("threads started until there is a minted token", started.isEmpty() ? "none" : started.toString());
        System.exit(0);
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

    private static double millisToRead(Configured configured) {
        long before = System.nanoTime();
        application(configured.read(InstantSource.system()));
        return (System.nanoTime() - before) / 1e6;
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
            held.account("m" + i).credential();
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

    /** Made as in a server, with the threads that it would have of its own. */
    private static Set<String> threadsStarted(Configured configured) {
        Set<String> before = threads();
        try (CurrentConfiguration configuration = CurrentConfiguration.of(configured)) {
            Applications.current().get("m0");
        }
        Set<String> started = threads();
        started.removeAll(before);
        return started;
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }

    private static void line(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }
}
