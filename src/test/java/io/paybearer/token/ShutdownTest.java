// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static io.paybearer.token.ScriptedIssuer.lasting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of an application, and of threads that wait. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShutdownTest {

    private static final String CLOSED = "paybearer is shut down and hands out no more tokens";

    private final Bench bench = Bench.remote();
    private final Gate gate = new Gate();

    @Test
    void closedKeepers_evenTwice_saySo() throws Exception {
        bench.get();
        bench.keepers.close();
        bench.keepers.close();

        assertThat(bench.failure()).hasMessage(CLOSED);
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void closedKeepers_afterAFailure_sayThatTheyAreClosed() {
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        bench.keepers.close();

        assertThat(bench.failure()).hasMessage(CLOSED);
    }

    @Test
    void closedKeepers_askedForAnotherOne_giveAClosedOne() {
        bench.keepers.close();
        TokenKeeper late =
                bench.keepers.acquire(bench.events, ScriptedIssuer.remote("late"), Optional.empty(), Bench.LEASE);

        assertThat(catchThrowable(late::get)).hasMessage(CLOSED);
    }

    @Test
    void queuedRefresh_thatRunsAfterTheEnd_asksForNothing() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.get();
        bench.keepers.close();
        bench.background.runAll();

        assertThat(bench.calls()).isEqualTo(1);
        assertThat(bench.failure()).hasMessage(CLOSED);
    }

    @Test
    void attemptUnderWay_atTheEnd_isToldToThoseWhoWait_andToNobodyElse() throws Exception {
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        Callers<String> crowd = Callers.start(20, bench::get).awaitHeldUp();
        bench.keepers.close();
        assertThat(bench.failure()).hasMessage(CLOSED);
        gate.open();

        assertThat(crowd.results()).containsOnly("t1");
        assertThat(bench.failure()).hasMessage(CLOSED);
    }

    @Test
    void interruptedWaiter_keepsItsFlag_andTheOthersTheirToken() throws Exception {
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        Callers<String> runner = Callers.start(1, bench::get);
        gate.awaitArrival();
        Callers<Boolean> waiter = Callers.start(
                1, () -> bench.failure() != null && Thread.currentThread().isInterrupted());
        waiter.awaitHeldUp().thread(0).interrupt();
        assertThat(waiter.results()).containsExactly(true);
        gate.open();

        assertThat(runner.results()).containsExactly("t1");
    }

    @Test
    void interruptedRunner_keepsItsFlag_andTheOthersStartOver() throws Exception {
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        Callers<Boolean> runner = Callers.start(
                1, () -> bench.failure() != null && Thread.currentThread().isInterrupted());
        gate.awaitArrival();
        Callers<String> crowd = Callers.start(50, bench::get).awaitHeldUp();
        runner.thread(0).interrupt();

        assertThat(runner.results()).containsExactly(true);
        assertThat(crowd.results()).containsOnly("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void interruptedRunnerOfARefresh_losesItsRefreshTokenForAll() throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));
        bench.issuer.then(gate.before(lasting(Duration.ofHours(1))));
        Callers<Object> runner = Callers.start(1, bench::failure);
        gate.awaitArrival();
        runner.thread(0).interrupt();
        runner.results();
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    @Test
    void interruptedCaller_withoutAToken_sendsNothing() {
        Thread.currentThread().interrupt();
        assertThat(bench.failure()).hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.calls()).isZero();
    }

    @Test
    void interruptedCaller_ofAMintingKeeper_getsItsToken() throws Exception {
        Bench minting = Bench.minting();
        Thread.currentThread().interrupt();

        assertThat(minting.get()).isEqualTo("t1");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void interruptedCaller_withACriticalToken_isServed() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(59));
        Thread.currentThread().interrupt();

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.get()).isEqualTo("t2");
    }
}
