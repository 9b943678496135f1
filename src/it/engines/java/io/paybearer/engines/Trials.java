// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Clusters of real processes on real engines; prints each thing that was measured, and all of them once more at the end. */
final class Trials {

    static final int NODES = 4;
    static final int THREADS = 50;
    static final Duration LIFE = Duration.ofSeconds(2);
    static final Duration NO_MARGIN = Duration.ofMillis(1);

    private final List<String> rows = new ArrayList<>();

    /** Runs on an engine. */
    interface Play {
        void on(Map<String, String> configuration) throws Exception;
    }

    /** Runs on a cluster that has found its way. */
    interface ClusterPlay {
        void on(Cluster cluster) throws Exception;
    }

    /** Redis and the engines of clients have a process of their own, which is started here; the others are in the nodes. */
    static void with(String engine, Play play) throws Exception {
        if (engine.equals("hazelcast-client") || engine.equals("hotrod")) {
            try (EngineServer server = EngineServer.absent(engine)) {
                server.run();
                play.on(server.configuration());
            }
            return;
        }
        if (!engine.startsWith("redis")) {
            play.on(configuration(engine));
            return;
        }
        try (RedisServer redis = RedisServer.start()) {
            Map<String, String> configuration = new HashMap<>(redis.configuration());
            configuration.put(
                    "engine.configuration", EngineFiles.redisson(redis.uri()).toString());
            play.on(configuration);
        }
    }

    /** Tokens of two seconds, renewed when they have ended: the worst case. */
    static void cluster(String engine, ClusterPlay play) throws Exception {
        cluster(engine, LIFE, NO_MARGIN, Duration.ofSeconds(3), play);
    }

    static void cluster(String engine, Duration life, Duration margin, Duration settling, ClusterPlay play)
            throws Exception {
        with(engine, configuration -> {
            try (Cluster cluster = Cluster.calling(engine, configuration, NODES, THREADS, life, margin)) {
                cluster.settle(settling);
                play.on(cluster);
            }
        });
    }

    /** What a node's engine needs to find the others. */
    private static Map<String, String> configuration(String engine) throws IOException {
        int port = EngineFiles.freePort();
        return Map.of(
                "engine.configuration",
                (engine.startsWith("hazelcast") ? EngineFiles.hazelcast(port) : EngineFiles.infinispanOverTcp(port))
                        .toString());
    }

    /** Real processes live by the machine's clock, which nothing here can set: some real time has to go by. */
    static void pass(Duration span) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(span.toMillis());
    }

    static void assertUnharmed(Cluster cluster, Map<String, Long> figures) {
        assertThat(cluster.sandbox.reusedRefreshTokens())
                .as("reused refresh tokens")
                .isZero();
        assertThat(figures.get("errors")).as("errors of callers").isZero();
        assertThat(figures.get("expired")).as("expired tokens served").isZero();
        assertThat(figures.get("calls")).as("calls").isPositive();
    }

    /** Reused refresh tokens and errors, as every line has them. */
    static String harm(Cluster cluster, Map<String, Long> figures) {
        return "reused " + cluster.sandbox.reusedRefreshTokens() + ", errors " + figures.get("errors") + " of "
                + figures.get("calls");
    }

    /** The same, after the time until the next token. */
    static String harm(Duration next, Cluster cluster, Map<String, Long> figures) {
        return "next token after " + next.toMillis() + " ms, " + harm(cluster, figures);
    }

    static String waits(Map<String, Long> figures) {
        return String.format(
                Locale.ROOT,
                "p50 / p99 / p99.9 / longest wait %d / %d / %d / %d ms",
                figures.get("p0.5") / 1000,
                figures.get("p0.99") / 1000,
                figures.get("p0.999") / 1000,
                figures.get("p1.0") / 1000);
    }

    void row(String engine, String what, String measured) {
        String row = "| " + engine + " | " + what + " | " + measured + " |";
        rows.add(row);
        System.out.println(row);
    }

    void print() {
        System.out.println("\n| engine | what | measured |\n|---|---|---|");
        rows.forEach(System.out::println);
    }
}
