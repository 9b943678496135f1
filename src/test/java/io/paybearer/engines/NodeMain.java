// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.TokenUnavailableException;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenStore;
import io.paybearer.store.Bridges;
import io.paybearer.wiring.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.infinispan.configuration.parsing.ParserRegistry;
import org.infinispan.manager.DefaultCacheManager;

/**
 * A node of a cluster, in a process of its own: many threads that need a token all the time. It is told what to do through
 * its standard input and answers in lines; the configuration is in system properties.
 */
final class NodeMain {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MOST_WAITS = 2_000_000;

    private final Map<TokenEvent.Type, AtomicInteger> events = new ConcurrentHashMap<>();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger expired = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final long[] waits = new long[MOST_WAITS];
    private final AtomicInteger waited = new AtomicInteger();
    private volatile boolean running = true;

    public static void main(String[] arguments) throws Exception {
        String engine = arguments[0];
        Object shared = engine(engine);
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

    private static Object engine(String name) throws IOException {
        URI configuration = URI.create(System.getProperty("engine.configuration", ""));
        return switch (name) {
            case "hazelcast" ->
                Hazelcast.newHazelcastInstance(Config.loadFromFile(
                                java.nio.file.Path.of(configuration).toFile()))
                        .getMap(Engines.CACHE);
            case "infinispan" ->
                new DefaultCacheManager(new ParserRegistry().parse(configuration.toURL()), true)
                        .getCache(Engines.CACHE);
            case "hazelcast-jcache" -> Bridges.jcache(Engines.HAZELCAST_PROVIDER, configuration, Engines.CACHE);
            case "infinispan-jcache" -> Bridges.jcache(Engines.INFINISPAN_PROVIDER, configuration, Engines.CACHE);
            default -> Bridges.redis(System.getProperty("paybearer.store.redis.uri"));
        };
    }

    private void run(String engine, Object shared, int threads) throws Exception {
        say("up");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            switch (command.split(" ")[0]) {
                case "calls" -> startCalls(shared, engine, threads);
                case "clear" -> clear();
                case "figures" -> say(figures());
                case "contend" -> say(Contention.result(store(shared), command.split(" ")[1], threads));
                default -> throw new IllegalArgumentException(command);
            }
        }
        System.exit(0);
    }

    private static TokenStore store(Object shared) {
        return Bridges.over(shared, Engines.CACHE);
    }

    private static synchronized void say(String line) {
        System.out.println("@" + line);
        System.out.flush();
    }

    private void startCalls(Object shared, String engine, int threads) {
        AccessTokens.Builder builder = AccessTokens.builder();
        AccessTokens tokens = engine.equals("redis")
                ? builder.build()
                : builder.sharedTokens((ConcurrentMap<?, ?>) shared).build();
        ((Application) tokens)
                .listen(event -> events.computeIfAbsent(event.type(), type -> new AtomicInteger())
                        .incrementAndGet());
        for (int number = 0; number < threads; number++) {
            Thread caller = new Thread(() -> call(tokens), "caller-" + number);
            caller.setDaemon(true);
            caller.start();
        }
        say("calling");
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
