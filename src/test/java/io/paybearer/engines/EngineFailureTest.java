// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Engines that are absent when the nodes start, are killed or stopped, and come back. */
@Tag("cluster")
class EngineFailureTest {

    private static final Trials TRIALS = new Trials();

    @AfterAll
    static void print() {
        TRIALS.print();
    }

    @Test
    void engineAbsentKilledStoppedAndBack_everyNodeGoesOn() throws Exception {
        try (RedisServer redis = RedisServer.absent();
                Cluster cluster = Cluster.calling(
                        "redis", redis.configuration(), Trials.NODES, Trials.THREADS, Trials.LIFE, Trials.NO_MARGIN)) {
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
        Trials.pass(Duration.ofSeconds(2));
        Duration next = cluster.untilNextToken();
        cluster.clear();
        Trials.pass(Duration.ofSeconds(8));
        Map<String, Long> figures = cluster.figures();
        TRIALS.row(
                "redis",
                "the engine: " + what + ", 8 s",
                "first token after " + next.toMillis() + " ms, "
                        + cluster.tokenRequests().size() + " token calls, " + Trials.harm(cluster, figures) + ", "
                        + Trials.waits(figures));
        Trials.assertUnharmed(cluster, figures);
        assertThat(figures.get("p1.0")).as("longest wait in microseconds").isLessThan(2_500_000);
    }

    private static void returned(Cluster cluster, String what) throws IOException, InterruptedException {
        Trials.pass(Duration.ofSeconds(13));
        cluster.clear();
        Trials.pass(Duration.ofSeconds(10));
        Map<String, Long> figures = cluster.figures();
        int calls = cluster.tokenRequests().size();
        TRIALS.row(
                "redis",
                "the engine: " + what + ", 10 s",
                calls + " token calls of 5, " + Trials.harm(cluster, figures));
        Trials.assertUnharmed(cluster, figures);
        assertThat(calls).isBetween(3, 6);
    }
}
