// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenEvent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that are absent when the nodes start, are killed or stopped, and come back; the nodes are their clients. */
@Tag("cluster")
class EngineFailureTest {

    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final Trials TRIALS = new Trials();

    @AfterAll
    static void print() {
        TRIALS.print();
    }

    private interface Step {
        void take() throws Exception;
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast-client", "hotrod"})
    void engineAbsentKilledStoppedAndBack_everyNodeGoesOn(String engine) throws Exception {
        try (EngineServer server = EngineServer.absent(engine);
                Cluster cluster = Cluster.calling(
                        engine, server.configuration(), Trials.NODES, Trials.THREADS, Trials.LIFE, Trials.NO_MARGIN)) {
            cluster.untilNextToken();
            Trials.pass(Duration.ofSeconds(2));
            long told = cluster.figures().getOrDefault("STORE_LOST", 0L);
            outage(engine, cluster, "absent at the start", () -> {}, told);
            returned(engine, cluster, server::run);
            outage(engine, cluster, "kill -9", server::kill, 0);
            returned(engine, cluster, server::run);
            outage(engine, cluster, "SIGSTOP", server::pause, 0);
            returned(engine, cluster, server::resume);
        }
    }

    private static void outage(String engine, Cluster cluster, String what, Step blow, long told) throws Exception {
        cluster.clear();
        blow.take();
        Duration next = cluster.untilNextToken();
        Trials.pass(Duration.ofSeconds(8));
        Map<String, Long> figures = cluster.figures();
        long lost = told + figures.getOrDefault("STORE_LOST", 0L);
        TRIALS.row(
                engine,
                "the engine: " + what + ", 8 s",
                "first token after " + next.toMillis() + " ms, "
                        + cluster.tokenRequests().size() + " token calls, " + Trials.harm(cluster, figures) + ", "
                        + Trials.waits(figures) + ", said by " + lost);
        Trials.assertUnharmed(cluster, figures);
        assertThat(lost).as("nodes that said so, once each").isEqualTo(Trials.NODES);
        Duration longest = limit(engine).plus(Cluster.ENDPOINT).plus(SLACK);
        assertThat(figures.get("p1.0")).as("longest wait in microseconds").isLessThan(longest.toNanos() / 1000);
    }

    private static Duration limit(String engine) {
        return Duration.ofMillis(engine.equals("redis") ? 500 : 2_500);
    }

    private static void returned(String engine, Cluster cluster, Step back) throws Exception {
        back.take();
        long begin = System.nanoTime();
        for (Node node : cluster.nodes) {
            node.awaitEvent(TokenEvent.Type.STORE_BACK);
        }
        Duration until = Duration.ofNanos(System.nanoTime() - begin);
        long said = cluster.figures().getOrDefault("STORE_BACK", 0L);
        cluster.settle(Duration.ofSeconds(1));
        Trials.pass(Duration.ofSeconds(10));
        Map<String, Long> figures = cluster.figures();
        int calls = cluster.tokenRequests().size();
        TRIALS.row(
                engine,
                "the engine: back, 10 s",
                calls + " token calls of 5, " + Trials.harm(cluster, figures) + ", all nodes shared again after "
                        + until.toMillis() + " ms, said by " + said);
        Trials.assertUnharmed(cluster, figures);
        assertThat(said).as("nodes that said so, once each").isEqualTo(Trials.NODES);
        assertThat(calls).isBetween(3, 6);
    }
}
