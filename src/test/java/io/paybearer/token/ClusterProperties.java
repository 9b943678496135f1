// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.NoSealer;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to whichever node: no refresh token is sent twice, no expired token served, and it all comes back. */
class ClusterProperties {

    private static final int NODES = 3;

    /** What may happen. */
    enum Event {
        CALL,
        CALL_AGAIN,
        BACKGROUND_RUNS,
        SECOND_PASSES,
        QUARTER_PASSES,
        HOUR_PASSES,
        RESTART,
        TOKEN_IS_REFUSED,
        WALL_CLOCK_OF_ALL_LEAPS,
        STORE_IS_DOWN,
        STORE_IS_MUTE,
        STORE_IS_WELL,
        STORE_IS_EMPTIED,
        PROVIDER_IS_DOWN,
        PROVIDER_IS_MUTE,
        PROVIDER_KILLS_BEFORE,
        PROVIDER_KILLS_AFTER,
        PROVIDER_IS_WELL
    }

    record Step(int node, Event event) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(Arbitraries.integers().between(0, NODES - 1), Arbitraries.of(Event.class))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 1000)
    void anyHistory_sendsNoRefreshTokenTwice(@ForAll("histories") List<Step> history) {
        Cluster cluster = new Cluster(RotatingProvider.withLogin());
        history.forEach(step -> cluster.play(step.event(), step.node()));
        assertThat(cluster.provider.reused()).as("reused refresh tokens").isZero();
        cluster.recovers();
        assertThat(cluster.provider.reused()).as("reused refresh tokens").isZero();
    }

    /** The store must not lose its entries here: a node that begins then knows of no token. */
    @Property(tries = 1000)
    void anyHistory_withoutALogin_sendsNoRefreshTokenTwice(@ForAll("histories") List<Step> history) {
        Cluster cluster = new Cluster(RotatingProvider.withSeed());
        history.stream()
                .filter(step -> step.event() != Event.STORE_IS_EMPTIED)
                .forEach(step -> cluster.play(step.event(), step.node()));
        assertThat(cluster.provider.reused()).as("reused refresh tokens").isZero();
    }

    private static final class Cluster {

        final TestTime time = new TestTime();
        final FaultyStore store = new FaultyStore();
        final RotatingProvider provider;
        private final List<TokenKeeper> nodes = new ArrayList<>();
        private final List<ManualExecutor> backgrounds = new ArrayList<>();

        Cluster(RotatingProvider provider) {
            this.provider = provider;
            for (int node = 0; node < NODES; node++) {
                nodes.add(null);
                backgrounds.add(null);
                start(node);
            }
        }

        private void start(int node) {
            ManualExecutor background = new ManualExecutor();
            TokenKeepers keepers = new TokenKeepers(
                    new TokenKeepers.SealedStore(store, new NoSealer()), time, () -> node / (double) NODES, background);
            backgrounds.set(node, background);
            nodes.set(
                    node,
                    keepers.acquire(
                            new Events("account", "acme", event -> {}), provider, Optional.empty(), Bench.LEASE));
        }

        void play(Event event, int node) {
            switch (event) {
                case CALL, CALL_AGAIN -> call(node);
                case BACKGROUND_RUNS -> backgrounds.get(node).runAll();
                case SECOND_PASSES -> time.advance(Duration.ofSeconds(1));
                case QUARTER_PASSES -> time.advance(Duration.ofMinutes(15));
                case HOUR_PASSES -> time.advance(Duration.ofHours(1));
                case RESTART -> start(node);
                case TOKEN_IS_REFUSED -> refuse(node);
                case WALL_CLOCK_OF_ALL_LEAPS -> time.moveWallClock(Duration.ofMinutes(40));
                case STORE_IS_DOWN -> store.mode(FaultyStore.Mode.DOWN);
                case STORE_IS_MUTE -> store.mode(FaultyStore.Mode.MUTE);
                case STORE_IS_WELL -> store.mode(FaultyStore.Mode.WELL);
                case STORE_IS_EMPTIED -> store.clear();
                case PROVIDER_IS_DOWN -> provider.mode(RotatingProvider.Mode.DOWN);
                case PROVIDER_IS_MUTE -> provider.mode(RotatingProvider.Mode.MUTE);
                case PROVIDER_KILLS_BEFORE -> provider.mode(RotatingProvider.Mode.KILLS_BEFORE);
                case PROVIDER_KILLS_AFTER -> provider.mode(RotatingProvider.Mode.KILLS_AFTER);
                case PROVIDER_IS_WELL -> provider.mode(RotatingProvider.Mode.WELL);
            }
        }

        private void call(int node) {
            try {
                assertThat(nodes.get(node).get().freshness()).isNotEqualTo(Freshness.EXPIRED);
            } catch (TokenRequestException noToken) {
                if (noToken.getCause() instanceof RotatingProvider.Killed) {
                    start(node);
                }
            }
        }

        private void refuse(int node) {
            try {
                nodes.get(node).refuse(nodes.get(node).get().accessToken());
            } catch (TokenRequestException noToken) {
                call(node);
            }
        }

        void recovers() {
            store.mode(FaultyStore.Mode.WELL);
            provider.mode(RotatingProvider.Mode.WELL);
            time.advance(Duration.ofHours(2));
            for (int node = 0; node < NODES; node++) {
                int served = node;
                assertThat(org.assertj.core.api.Assertions.catchThrowable(
                                () -> nodes.get(served).get()))
                        .as("node %s", node)
                        .doesNotThrowAnyException();
            }
        }
    }
}
