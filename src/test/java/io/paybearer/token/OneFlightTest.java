// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static io.paybearer.token.ScriptedIssuer.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers, one attempt. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneFlightTest {

    private static final int CROWD = 200;

    private final Bench bench = Bench.remote();
    private final Gate gate = new Gate();

    @Test
    void crowd_withoutAToken_makesOneCallAndAllGetItsToken() throws Exception {
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        Callers<String> crowd = Callers.start(CROWD, bench::get).awaitHeldUp();
        gate.open();

        assertThat(crowd.results()).hasSize(CROWD).containsOnly("t1");
        assertThat(bench.issuer.calls()).containsExactly("issue");
    }

    @Test
    void crowd_withAnExpiredToken_makesOneCallAndNoneGetsTheOldOne() throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        Callers<String> crowd = Callers.start(CROWD, bench::get).awaitHeldUp();
        gate.open();

        assertThat(crowd.results()).hasSize(CROWD).containsOnly("t2");
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1");
    }

    @Test
    void crowd_whoseCallFails_sharesOneError() throws Exception {
        bench.issuer.then(gate.before(failing(UNAVAILABLE)));
        Callers<String> crowd = Callers.start(CROWD, bench::get).awaitHeldUp();
        gate.open();

        assertThat(crowd.failures()).hasSize(CROWD);
        assertThat(crowd.failures().stream().distinct()).hasSize(1);
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void crowd_withACriticalToken_waitsAndIsServedTheOldOneWhenTheCallFails() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(59));
        bench.issuer.then(gate.before(failing(UNAVAILABLE)));
        Callers<String> crowd = Callers.start(CROWD, bench::get).awaitHeldUp();
        gate.open();

        assertThat(crowd.results()).hasSize(CROWD).containsOnly("t1");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void crowd_withAnAgingToken_doesNotWaitForTheRefreshUnderWay() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        bench.get();
        Callers<Void> refresh = Callers.start(1, () -> {
            bench.background.runAll();
            return null;
        });
        gate.awaitArrival();

        assertThat(Callers.start(CROWD, bench::get).results()).hasSize(CROWD).containsOnly("t1");
        assertThat(bench.background.queued()).isZero();
        gate.open();
        refresh.results();
        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void crowd_whoseTokenBecomesCriticalDuringTheRefresh_joinsIt() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        bench.get();
        Callers.start(1, () -> {
            bench.background.runAll();
            return null;
        });
        gate.awaitArrival();
        bench.advance(Duration.ofMinutes(14));
        Callers<String> crowd = Callers.start(CROWD, bench::get).awaitHeldUp();
        gate.open();

        assertThat(crowd.results()).hasSize(CROWD).containsOnly("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void crowd_ofTwoCredentials_crossesNothing() throws Exception {
        ScriptedIssuer otherIssuer = ScriptedIssuer.remote("other", "key").then(lasting(Duration.ofHours(2)));
        TokenKeeper other = bench.keepers.acquire(bench.events, otherIssuer, Optional.empty(), Bench.LEASE);
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        Callers<String> held = Callers.start(1, bench::get).awaitHeldUp();

        assertThat(other.get().issued().lifetime()).isEqualTo(Duration.ofHours(2));
        gate.open();
        assertThat(held.results()).containsExactly("t1");
        assertThat(bench.calls() + otherIssuer.calls().size()).isEqualTo(2);
    }

    @Test
    void keepers_ofTheSameCredential_areOne() {
        assertThat(bench.keepers.acquire(
                        bench.events, ScriptedIssuer.remote("account", "key"), Optional.empty(), Bench.LEASE))
                .isSameAs(bench.keeper);
        assertThat(bench.keepers.acquire(
                        bench.events, ScriptedIssuer.remote("account", "KEY"), Optional.empty(), Bench.LEASE))
                .isNotSameAs(bench.keeper);
    }
}
