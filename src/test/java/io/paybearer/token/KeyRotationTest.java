// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.store.JweSealer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Nodes of one cluster whose lists of keys are at different steps of a rotation. */
class KeyRotationTest {

    private static final List<String> OLD = List.of("k1");
    private static final List<String> APPENDED = List.of("k1", "k2");
    private static final List<String> FIRST = List.of("k2", "k1");
    private static final List<String> NEW = List.of("k2");

    private final Cluster cluster = new Cluster();

    @Test
    void nodes_ofNeighbouringSteps_shareOneToken() throws Exception {
        for (List<List<String>> step : List.of(List.of(OLD, APPENDED), List.of(APPENDED, FIRST), List.of(FIRST, NEW))) {
            Cluster mixed = new Cluster();
            Node one = mixed.node(step.get(0));
            Node other = mixed.node(step.get(1));
            for (int life = 1; life <= 3; life++) {
                assertThat(other.token()).as("%s", step).isEqualTo(one.token()).isEqualTo("t" + life);
                mixed.time.advance(Duration.ofHours(1));
            }
        }
    }

    @Test
    void rotation_costsOneLogin_whenTheOldKeyIsTakenAway() throws Exception {
        assertThat(cluster.node(OLD).token()).isEqualTo("t1");
        assertThat(cluster.node(APPENDED).token()).isEqualTo("t1");
        assertThat(cluster.node(FIRST).token()).isEqualTo("t1");
        assertThat(cluster.node(NEW).token()).isEqualTo("t2");
        assertThat(cluster.node(NEW).token()).isEqualTo("t2");
        assertThat(cluster.node(FIRST).token()).isEqualTo("t2");
    }

    @Test
    void newEntry_getsTheNameOfTheFirstKey() throws Exception {
        cluster.node(FIRST).token();

        assertThat(cluster.node(NEW).token()).isEqualTo("t1");
        assertThat(cluster.node(OLD).token()).isEqualTo("t2");
    }

    @Test
    void slowStore_isAskedForOneNameAlone() throws Exception {
        cluster.store.before(() -> cluster.time.advance(Duration.ofMillis(1_001)));
        cluster.node(FIRST).token();

        assertThat(cluster.store.operations()).containsExactly("get", "putIfAbsent", "replace");
    }

    @Test
    void nodesThatHaveNoKeyInCommon_goOnAlone() throws Exception {
        Node one = cluster.node(OLD);
        Node other = cluster.node(NEW);

        assertThat(one.token()).isEqualTo("t1");
        assertThat(other.token()).isEqualTo("t2");
        assertThat(cluster.provider.reused()).isZero();
    }

    @Provide
    Arbitrary<List<List<String>>> lists() {
        return Arbitraries.of(OLD, APPENDED, FIRST, NEW).list().ofMinSize(2).ofMaxSize(30);
    }

    /** A list for the next step of one of two nodes; half an hour passes between steps. */
    @Property(tries = 300)
    void anyOrderOfSteps_failsNoCall_andSendsNoRefreshTokenTwice(@ForAll("lists") List<List<String>> lists)
            throws Exception {
        Cluster changing = new Cluster();
        List<Node> nodes = new ArrayList<>(List.of(changing.node(OLD), changing.node(OLD)));
        for (int step = 0; step < lists.size(); step++) {
            Node node = nodes.get(step % 2);
            node.keys = lists.get(step);
            node.token();
            node.background.runAll();
            changing.time.advance(Duration.ofMinutes(31));
        }

        assertThat(changing.provider.reused()).isZero();
    }

    private static final class Cluster {

        final TestTime time = new TestTime();
        final FaultyStore store = new FaultyStore();
        final RotatingProvider provider = RotatingProvider.withLogin();

        Node node(List<String> keys) {
            return new Node(this, keys);
        }
    }

    private static final class Node {

        final ManualExecutor background = new ManualExecutor();
        final TokenKeeper keeper;
        List<String> keys;

        Node(Cluster cluster, List<String> keys) {
            this.keys = keys;
            TokenKeepers keepers = new TokenKeepers(
                    new TokenKeepers.SealedStore(cluster.store, new JweSealer(this::ring)),
                    cluster.time,
                    () -> 0,
                    background);
            this.keeper = keepers.acquire(
                    new Events("account", "acme", event -> {}), cluster.provider, Optional.empty(), Bench.LEASE);
        }

        private Map<String, Secret> ring() {
            Map<String, Secret> ring = new LinkedHashMap<>();
            keys.forEach(name -> ring.put(name, key(name)));
            return ring;
        }

        private static Secret key(String name) {
            return Secret.of(Base64.getEncoder().encodeToString((name + "-".repeat(30)).getBytes()));
        }

        String token() throws TokenRequestException {
            return keeper.get().accessToken().value();
        }
    }
}
