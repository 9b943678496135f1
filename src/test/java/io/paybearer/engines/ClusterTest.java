// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clusters of real processes on real engines, with refresh tokens that work once. Prints a table; takes about ten minutes.
 * It looks at the clock, as nothing else would show what users see.
 */
@Tag("cluster")
class ClusterTest {

    private static final int NODES = 4;
    private static final int THREADS = 50;
    private static final int THREADS_OF_ONE = 4;
    private static final Duration LIFE = Duration.ofSeconds(2);
    private static final Duration NO_MARGIN = Duration.ofMillis(1);
    private static final int STEADY_SECONDS = Integer.getInteger("cluster.seconds", 60);
    private static final List<String> TABLE = new ArrayList<>();

    private static void row(Object... cells) {
        TABLE.add("| "
                + String.join(" | ", Arrays.stream(cells).map(String::valueOf).toList()) + " |");
        System.out.println(TABLE.get(TABLE.size() - 1));
    }

    @AfterAll
    static void print() {
        System.out.println("\n| engine | what | measured |\n|---|---|---|");
        TABLE.forEach(System.out::println);
    }

    /** Runs on an engine that is started for it; Redis has a process of its own, the others are in the nodes. */
    private interface Play {
        void on(Map<String, String> configuration) throws Exception;
    }

    private static void with(String engine, Play play) throws Exception {
        if (!engine.equals("redis")) {
            play.on(Cluster.configuration(engine));
            return;
        }
        try (RedisServer redis = RedisServer.start()) {
            play.on(Map.of("paybearer.store.redis.uri", redis.uri()));
        }
    }

    private static Duration limit(String engine) {
        return Duration.ofMillis(engine.equals("redis") ? 500 : 2_500);
    }

    private static String waits(Map<String, Long> figures) {
        return String.format(
                Locale.ROOT,
                "p50 / p99 / p99.9 / longest wait %d / %d / %d / %d ms",
                figures.get("p0.5") / 1000,
                figures.get("p0.99") / 1000,
                figures.get("p0.999") / 1000,
                figures.get("p1.0") / 1000);
    }

    private static void pass(Duration span) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(span.toMillis());
    }

    private static void assertUnharmed(Cluster cluster, Map<String, Long> figures) {
        assertThat(cluster.sandbox.reusedRefreshTokens())
                .as("reused refresh tokens")
                .isZero();
        assertThat(figures.get("errors")).as("errors of callers").isZero();
        assertThat(figures.get("expired")).as("expired tokens served").isZero();
        assertThat(figures.get("calls")).as("calls").isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast", "infinispan"})
    void steady_oneCallForEachToken(String engine) throws Exception {
        with(engine, configuration -> {
            try (Cluster cluster = Cluster.calling(engine, configuration, NODES, THREADS, LIFE, NO_MARGIN)) {
                cluster.untilNextToken();
                pass(Duration.ofSeconds(3));
                cluster.clear();
                pass(Duration.ofSeconds(STEADY_SECONDS));
                Map<String, Long> figures = cluster.figures();
                int calls = cluster.tokenRequests().size();
                long most = STEADY_SECONDS / LIFE.toSeconds();
                row(
                        engine,
                        NODES + " JVMs x " + THREADS + " threads, tokens of 2 s, " + STEADY_SECONDS + " s",
                        calls + " token calls of " + most + ", reused " + cluster.sandbox.reusedRefreshTokens()
                                + ", errors " + figures.get("errors") + " of " + figures.get("calls") + ", "
                                + waits(figures));
                assertUnharmed(cluster, figures);
                assertThat(calls).isLessThanOrEqualTo((int) most + 1).isGreaterThan((int) most / 2);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "redis, before",
        "redis, after",
        "hazelcast, before",
        "hazelcast, after",
        "infinispan, before",
        "infinispan, after"
    })
    void killed_whileItAsks_isSucceededWithinTheLease(String engine, String moment) throws Exception {
        with(engine, configuration -> {
            try (Cluster cluster = Cluster.calling(engine, configuration, NODES, THREADS, LIFE, NO_MARGIN)) {
                cluster.untilNextToken();
                pass(Duration.ofSeconds(3));
                cluster.clear();
                Gate gate = cluster.holdNext(moment.equals("before") ? Fault.drop() : Fault.loseAnswer());
                gate.awaitArrivals(1);
                int killed = cluster.lastToAsk();
                cluster.nodes.get(killed).kill();
                gate.open();
                cluster.heal();
                Duration next = cluster.untilNextToken();
                pass(Duration.ofSeconds(3));
                Map<String, Long> figures = cluster.figures(killed);
                row(
                        engine,
                        "kill -9 " + moment + " the provider acted",
                        "next token after " + next.toMillis() + " ms, reused " + cluster.sandbox.reusedRefreshTokens()
                                + ", errors " + figures.get("errors") + ", taken over "
                                + figures.getOrDefault("TAKEN_OVER", 0L));
                assertUnharmed(cluster, figures);
                assertThat(next)
                        .isLessThan(Cluster.LEASE
                                .plus(Cluster.ENDPOINT)
                                .plusMillis(200)
                                .plus(slack(engine)));
            }
        });
    }

    /** A member that is gone may have been where the entry is. */
    private static Duration slack(String engine) {
        return engine.equals("redis") ? Duration.ZERO : limit(engine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast", "infinispan"})
    void killed_whileItAsksAhead_isNoticedByNobody(String engine) throws Exception {
        with(engine, configuration -> {
            Duration life = Duration.ofSeconds(12);
            try (Cluster cluster =
                    Cluster.calling(engine, configuration, NODES, THREADS, life, Duration.ofSeconds(8))) {
                cluster.untilNextToken();
                pass(Duration.ofSeconds(1));
                cluster.clear();
                Gate gate = cluster.holdNext(Fault.loseAnswer());
                gate.awaitArrivals(1);
                int killed = cluster.lastToAsk();
                cluster.nodes.get(killed).kill();
                gate.open();
                cluster.heal();
                Duration next = cluster.untilNextToken();
                pass(Duration.ofSeconds(1));
                Map<String, Long> figures = cluster.figures(killed);
                row(
                        engine,
                        "the same, renewed ahead (tokens of 12 s)",
                        "next token after " + next.toMillis() + " ms, reused " + cluster.sandbox.reusedRefreshTokens()
                                + ", errors " + figures.get("errors") + ", " + waits(figures));
                assertUnharmed(cluster, figures);
                assertThat(figures.get("p0.99")).as("microseconds").isLessThan(10_000);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast", "infinispan"})
    void stopped_beyondItsLease_cannotOverwrite(String engine) throws Exception {
        with(engine, configuration -> {
            try (Cluster cluster = Cluster.calling(engine, configuration, NODES, THREADS, LIFE, NO_MARGIN)) {
                cluster.untilNextToken();
                pass(Duration.ofSeconds(3));
                cluster.clear();
                Gate gate = cluster.holdNext(Fault.none());
                gate.awaitArrivals(1);
                int stopped = cluster.lastToAsk();
                cluster.nodes.get(stopped).pause();
                gate.open();
                cluster.heal();
                Duration next = cluster.untilNextTokenOfOtherThan(stopped);
                pass(Duration.ofSeconds(4));
                Map<String, Long> others = cluster.figures(stopped);
                cluster.nodes.get(stopped).resume();
                pass(Duration.ofSeconds(4));
                Map<String, Long> figures = cluster.nodes.get(stopped).figures();
                row(
                        engine,
                        "SIGSTOP for 5 s while it asks",
                        "next token after " + next.toMillis() + " ms, reused " + cluster.sandbox.reusedRefreshTokens()
                                + ", errors of the others " + others.get("errors") + ", writes refused "
                                + figures.getOrDefault("OVERTAKEN", 0L) + ", its own errors " + figures.get("errors"));
                assertUnharmed(cluster, others);
                assertThat(cluster.figures(stopped).get("errors")).isZero();
                assertThat(cluster.sandbox.reusedRefreshTokens()).isZero();
                if (engine.equals("redis")) {
                    // a member that wakes may have been put out of its cluster, and then cannot even be refused
                    assertThat(figures.get("OVERTAKEN")).as("writes refused").isEqualTo(1);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hazelcast", "infinispan"})
    void memberKilled_thatDoesNotAsk_changesNothingForOthers(String engine) throws Exception {
        with(engine, configuration -> {
            try (Cluster cluster = Cluster.calling(engine, configuration, NODES, THREADS, LIFE, NO_MARGIN)) {
                cluster.untilNextToken();
                pass(Duration.ofSeconds(3));
                cluster.clear();
                cluster.untilNextToken();
                int killed = (cluster.lastToAsk() + 1) % NODES;
                cluster.nodes.get(killed).kill();
                Duration next = cluster.untilNextToken();
                pass(Duration.ofSeconds(10));
                Map<String, Long> figures = cluster.figures(killed);
                row(
                        engine,
                        "kill -9 of another member",
                        "next token after " + next.toMillis() + " ms, reused " + cluster.sandbox.reusedRefreshTokens()
                                + ", errors " + figures.get("errors") + ", store lost "
                                + figures.getOrDefault("STORE_LOST", 0L));
                assertUnharmed(cluster, figures);
            }
        });
    }

    @Test
    void engineAbsentKilledStoppedAndBack_everyNodeGoesOn() throws Exception {
        try (RedisServer redis = RedisServer.absent();
                Cluster cluster = Cluster.calling(
                        "redis", Map.of("paybearer.store.redis.uri", redis.uri()), NODES, THREADS, LIFE, NO_MARGIN)) {
            cluster.untilNextToken();
            outage(cluster, "absent at the start");
            redis.run();
            returned(cluster, "back");
            redis.kill();
            outage(cluster, "kill -9");
            redis.run();
            returned(cluster, "back");
            redis.pause();
            outage(cluster, "SIGSTOP");
            redis.resume();
            returned(cluster, "back");
        }
    }

    private static void outage(Cluster cluster, String what) throws IOException, InterruptedException {
        pass(Duration.ofSeconds(2));
        Duration next = cluster.untilNextToken();
        cluster.clear();
        pass(Duration.ofSeconds(8));
        Map<String, Long> figures = cluster.figures();
        row(
                "redis",
                "the engine: " + what + ", 8 s",
                "first token after " + next.toMillis() + " ms, "
                        + cluster.tokenRequests().size()
                        + " token calls, reused " + cluster.sandbox.reusedRefreshTokens() + ", errors "
                        + figures.get("errors") + ", " + waits(figures));
        assertUnharmed(cluster, figures);
        assertThat(figures.get("p1.0")).as("longest wait in microseconds").isLessThan(2_500_000);
    }

    private static void returned(Cluster cluster, String what) throws IOException, InterruptedException {
        pass(Duration.ofSeconds(13));
        cluster.clear();
        pass(Duration.ofSeconds(10));
        Map<String, Long> figures = cluster.figures();
        int calls = cluster.tokenRequests().size();
        row(
                "redis",
                "the engine: " + what + ", 10 s",
                calls + " token calls of 5, reused " + cluster.sandbox.reusedRefreshTokens() + ", errors "
                        + figures.get("errors"));
        assertUnharmed(cluster, figures);
        assertThat(calls).isBetween(3, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast", "infinispan", "hazelcast-jcache", "infinispan-jcache"})
    void contention_ofTwoProcesses_isExact(String engine) throws Exception {
        with(engine, configuration -> {
            try (Node one = Node.start(engine, 0, THREADS_OF_ONE, configuration);
                    Node other = Node.start(engine, 1, THREADS_OF_ONE, configuration)) {
                one.answer();
                other.answer();
                one.tell("contend run");
                other.tell("contend run");
                Map<String, Long> first = Node.parsed(one.answer());
                Map<String, Long> second = Node.parsed(other.answer());
                long wins = first.get("wins") + second.get("wins");
                long failures = first.get("failures") + second.get("failures");
                long counter = Math.max(first.get("counter"), second.get("counter"));
                row(
                        engine,
                        "2 JVMs x " + THREADS_OF_ONE + " threads",
                        wins + " winners of " + Contention.KEYS + " keys, " + counter + " increments of "
                                + 2 * THREADS_OF_ONE * Contention.INCREMENTS);
                assertThat(failures).isZero();
                assertThat(wins).isEqualTo(Contention.KEYS);
                assertThat(counter).isEqualTo(2L * THREADS_OF_ONE * Contention.INCREMENTS);
            }
        });
    }
}
