// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clusters of real processes on real engines, with refresh tokens that work once. It looks at the clock, as nothing else would
 * show what users see.
 */
@Tag("cluster")
class ClusterTest {

    private static final int THREADS_OF_ONE = 4;
    private static final int STEADY_SECONDS = Integer.getInteger("cluster.seconds", 60);
    private static final Trials TRIALS = new Trials();

    @AfterAll
    static void print() {
        TRIALS.print();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "hazelcast", "infinispan"})
    void steady_oneCallForEachToken(String engine) throws Exception {
        Trials.cluster(engine, cluster -> {
            Trials.pass(Duration.ofSeconds(STEADY_SECONDS));
            Map<String, Long> figures = cluster.figures();
            int calls = cluster.tokenRequests().size();
            long most = STEADY_SECONDS / Trials.LIFE.toSeconds();
            TRIALS.row(
                    engine,
                    Trials.NODES + " JVMs x " + Trials.THREADS + " threads, tokens of 2 s, " + STEADY_SECONDS + " s",
                    calls + " token calls of " + most + ", " + Trials.harm(cluster, figures) + ", "
                            + Trials.waits(figures));
            Trials.assertUnharmed(cluster, figures);
            assertThat(calls).isLessThanOrEqualTo((int) most + 1).isGreaterThan((int) most / 2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redis", "hazelcast", "infinispan", "hazelcast-jcache", "infinispan-jcache", "redisson-jcache"})
    void contention_ofTwoProcesses_isExact(String engine) throws Exception {
        Trials.with(engine, configuration -> {
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
                TRIALS.row(
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
