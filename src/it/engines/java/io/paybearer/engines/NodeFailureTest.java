// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that are killed or stopped, while they ask for a token or at another time, and what the others notice of it. */
@Tag("cluster")
class NodeFailureTest {

    private static final Trials TRIALS = new Trials();

    @AfterAll
    static void print() {
        TRIALS.print();
    }

    /** Hazelcast asks a member that has gone again after half a second; only then a node may see the lease first. */
    private static Duration pause(String engine) {
        return Duration.ofMillis(engine.equals("hazelcast") ? 600 : 0);
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
        Trials.cluster(engine, cluster -> {
            int killed = cluster.strikeWhoAsks(moment.equals("before") ? Fault.drop() : Fault.loseAnswer(), Node::kill);
            Duration next = cluster.untilNextToken();
            Trials.pass(Duration.ofSeconds(3));
            Map<String, Long> figures = cluster.figures(killed);
            TRIALS.row(
                    engine,
                    "kill -9 " + moment + " the provider acted",
                    Trials.harm(next, cluster, figures) + ", taken over " + figures.getOrDefault("TAKEN_OVER", 0L));
            Trials.assertUnharmed(cluster, figures);
            assertThat(next).isLessThan(Cluster.LEASE.plusMillis(200).plus(pause(engine)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast", "infinispan"})
    void killed_whileItAsksAhead_isNoticedByNobody(String engine) throws Exception {
        Duration life = Duration.ofSeconds(12);
        Trials.cluster(engine, life, Duration.ofSeconds(8), Duration.ofSeconds(1), cluster -> {
            int killed = cluster.strikeWhoAsks(Fault.loseAnswer(), Node::kill);
            Duration next = cluster.untilNextToken();
            Trials.pass(Duration.ofSeconds(1));
            Map<String, Long> figures = cluster.figures(killed);
            TRIALS.row(
                    engine,
                    "the same, renewed ahead (tokens of 12 s)",
                    Trials.harm(next, cluster, figures) + ", " + Trials.waits(figures));
            Trials.assertUnharmed(cluster, figures);
            assertThat(figures.get("p1.0"))
                    .as("longest wait in microseconds, not that of a token call")
                    .isLessThan(Cluster.ENDPOINT.toNanos() / 1000);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast-client", "hotrod"})
    void stopped_beyondItsLease_cannotOverwrite(String engine) throws Exception {
        stopped(engine, refused -> assertThat(refused).as("writes refused").isEqualTo(1));
    }

    /** The engine is stopped with it: the others may have gone on alone, and then it still has its lease when it wakes. */
    @ParameterizedTest
    @ValueSource(strings = {"hazelcast", "infinispan"})
    void memberStopped_beyondItsLease_harmsNobody(String engine) throws Exception {
        stopped(engine, refused -> assertThat(refused).as("writes refused").isLessThanOrEqualTo(1));
    }

    private static void stopped(String engine, LongConsumer refused) throws Exception {
        Trials.cluster(engine, cluster -> {
            int stopped = cluster.strikeWhoAsks(Fault.none(), Node::pause);
            Duration next = cluster.untilNextToken();
            Trials.pass(Duration.ofSeconds(4));
            Map<String, Long> others = cluster.figures(stopped);
            cluster.nodes.get(stopped).resume();
            Trials.pass(Duration.ofSeconds(4));
            Map<String, Long> figures = cluster.nodes.get(stopped).figures();
            long overtaken = figures.getOrDefault("OVERTAKEN", 0L);
            TRIALS.row(
                    engine,
                    "SIGSTOP for 5 s while it asks",
                    "next token after " + next.toMillis() + " ms, of the others: " + Trials.harm(cluster, others)
                            + ", writes refused " + overtaken + ", its own errors " + figures.get("errors"));
            Trials.assertUnharmed(cluster, others);
            Trials.assertUnharmed(cluster, cluster.figures());
            refused.accept(overtaken);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hazelcast", "infinispan"})
    void memberKilled_thatDoesNotAsk_changesNothingForOthers(String engine) throws Exception {
        Trials.cluster(engine, cluster -> {
            cluster.untilNextToken();
            int killed = (cluster.lastToAsk() + 1) % Trials.NODES;
            cluster.nodes.get(killed).kill();
            Duration next = cluster.untilNextToken();
            Trials.pass(Duration.ofSeconds(10));
            Map<String, Long> figures = cluster.figures(killed);
            TRIALS.row(
                    engine,
                    "kill -9 of another member",
                    Trials.harm(next, cluster, figures) + ", store lost " + figures.getOrDefault("STORE_LOST", 0L));
            Trials.assertUnharmed(cluster, figures);
        });
    }
}
