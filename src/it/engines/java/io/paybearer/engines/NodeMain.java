// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.TokenUnavailableException;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.store.Bridges;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A node of a cluster, in a process of its own: many threads that need a token all the time. It is told what to do through
 * its standard input and answers in lines; the configuration is in system properties.
 */
final class NodeMain {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MOST_WAITS = 2_000_000;

    /** What its answers and its events begin with. */
    static final String ANSWER = "@";

    static final String EVENT = "!";

    private final Map<TokenEvent.Type, AtomicInteger> events = new ConcurrentHashMap<>();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger expired = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final long[] waits = new long[MOST_WAITS];
    private final AtomicInteger waited = new AtomicInteger();
    private volatile boolean running = true;

    public static void main(String[] arguments) throws Exception {
        String engine = arguments[0];
        Supplier<?> shared = NodeEngines.of(engine, System.getProperty("engine.configuration", ""));
        nameCalls("-node-" + arguments[1]);
        new NodeMain().run(engine, shared, Integer.parseInt(arguments[2]));
    }

    /** The JDK's client takes the version of Java into its User-Agent once; by it the provider tells nodes apart. */
    private static void nameCalls(String suffix) throws ClassNotFoundException {
        String version = System.getProperty("java.version");
        System.setProperty("java.version", version + suffix);
        Class.forName("jdk.internal.net.http.HttpRequestImpl");
        System.setProperty("java.version", version);
    }

    private void run(String engine, Supplier<?> shared, int threads) throws Exception {
        say("up");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            switch (command.split(" ")[0]) {
                case "calls" -> startCalls(shared, engine, threads);
                case "clear" -> clear();
                case "figures" -> say(figures());
                case "contend" ->
                    say(Contention.result(Bridges.over(shared.get(), Engines.CACHE), command.split(" ")[1], threads));
                default -> throw new IllegalArgumentException(command);
            }
        }
        System.exit(0);
    }

    private static void say(String line) {
        print(ANSWER + line);
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void startCalls(Supplier<?> shared, String engine, int threads) {
        Application tokens = Applications.current().shareThrough(engine.equals("redis") ? null : shared);
        warmUp(tokens);
        tokens.listen(this::told);
        for (int number = 0; number < threads; number++) {
            Thread caller = new Thread(() -> call(tokens), "caller-" + number);
            caller.setDaemon(true);
            caller.start();
        }
        say("calling");
    }

    /** As a node that has run for a while: the first request of a JVM takes half a second. Its token is not used. */
    private static void warmUp(Application tokens) {
        try {
            tokens.account("gate").config().issuer().issue();
        } catch (TokenRequestException slow) {
            System.err.println("the first request took too long, which does not matter: " + slow.getMessage());
        }
    }

    private void told(TokenEvent event) {
        events.computeIfAbsent(event.type(), type -> new AtomicInteger()).incrementAndGet();
        if (event.type() == TokenEvent.Type.STORE_BACK) {
            print(EVENT + event.type());
        }
    }

    private void call(AccessTokens tokens) {
        while (running) {
            Instant before = Instant.now();
            long begin = System.nanoTime();
            try {
                AccessToken token = tokens.get("gate");
                if (!before.isBefore(token.expiresAt())) {
                    expired.incrementAndGet();
                }
            } catch (TokenUnavailableException e) {
                errors.incrementAndGet();
                System.err.println(Instant.now() + " " + e.getMessage());
            }
            int at = waited.getAndIncrement();
            if (at < MOST_WAITS) {
                waits[at] = System.nanoTime() - begin;
            }
            calls.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void clear() {
        errors.set(0);
        expired.set(0);
        calls.set(0);
        waited.set(0);
        events.clear();
        say("cleared");
    }

    /** Calls, errors, calls with an expired token, p50, p99, p99.9 and longest call in microseconds, events by name. */
    private String figures() {
        long[] sorted = Arrays.copyOf(waits, Math.min(waited.get(), MOST_WAITS));
        Arrays.sort(sorted);
        List<String> parts = new ArrayList<>();
        parts.add("calls=" + calls.get());
        parts.add("errors=" + errors.get());
        parts.add("expired=" + expired.get());
        for (double share : new double[] {0.5, 0.99, 0.999, 1}) {
            int at = Math.max(0, (int) Math.ceil(sorted.length * share) - 1);
            parts.add("p" + share + "=" + (sorted.length == 0 ? 0 : sorted[at] / 1000));
        }
        events.forEach((type, count) -> parts.add(type + "=" + count.get()));
        return String.join(" ", parts);
    }
}
