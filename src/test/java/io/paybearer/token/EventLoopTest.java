// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Callers on a thread that must not wait: they get what is there, or an error at once. */
class EventLoopTest {

    private final Bench bench = Bench.remote();

    /** The outcome of work on a thread that is called as those of Vert.x are. */
    private static <T> T onEventLoop(Callable<T> work) throws Exception {
        FutureTask<T> outcome = new FutureTask<>(work);
        new Thread(outcome, "vert.x-eventloop-thread-3").start();
        return outcome.get();
    }

    private String get() throws Exception {
        return onEventLoop(bench::get);
    }

    private TokenRequestException failure() throws Exception {
        return onEventLoop(bench::failure);
    }

    @Test
    void noToken_isAnErrorThatSaysWhatToDo_andIsAskedForBehindTheCaller() throws Exception {
        assertThat(failure())
                .hasMessageContaining("vert.x-eventloop-thread-3")
                .hasMessageContaining("AccessTokens.getAsync")
                .hasMessageContaining("@Blocking")
                .hasMessageContaining("@RunOnVirtualThread")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(UNAVAILABLE));
        assertThat(bench.calls()).isZero();
        bench.background.runAll();

        assertThat(get()).isEqualTo("t1");
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void severalCallersWithoutToken_startOneAttempt() throws Exception {
        for (int i = 0; i < 5; i++) {
            failure();
        }
        assertThat(bench.background.queued()).isEqualTo(1);
    }

    @Test
    void agingToken_isServedWhileOneRenewalIsQueued() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));

        assertThat(get()).isEqualTo("t1");
        assertThat(bench.background.queued()).isEqualTo(1);
    }

    @Test
    void criticalToken_isServedWhileOneRenewalIsQueued() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(59));

        assertThat(get()).isEqualTo("t1");
        assertThat(get()).isEqualTo("t1");
        assertThat(bench.background.queued()).isEqualTo(1);
        bench.background.runAll();
        assertThat(get()).isEqualTo("t2");
    }

    @Test
    void expiredToken_isNotServed() throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));

        assertThat(failure()).hasMessageContaining("event loop");
        bench.background.runAll();
        assertThat(get()).isEqualTo("t2");
    }

    @Test
    void attemptUnderWay_isNotWaitedFor() throws Exception {
        Gate gate = new Gate();
        bench.issuer.then(gate.before(ScriptedIssuer.lasting(Duration.ofHours(1))));
        Callers<String> waiting = Callers.start(1, bench::get);
        gate.awaitArrival();

        assertThat(failure()).hasMessageContaining("event loop");
        gate.open();
        assertThat(waiting.results()).containsExactly("t1");
        assertThat(get()).isEqualTo("t1");
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void attemptThatFailed_isWhatTheNextCallerIsTold() throws Exception {
        bench.issuer.then(failing(REFUSED));
        failure();
        bench.background.runAll();

        assertThat(failure())
                .hasMessageContaining("failure 1")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(REFUSED));
    }

    @Test
    void executorThatTakesNothing_isTriedAgainByTheNextCaller() throws Exception {
        bench.background.reject();
        assertThat(failure()).hasMessageContaining("event loop");
        bench.background.accept();
        failure();
        bench.background.runAll();

        assertThat(get()).isEqualTo("t1");
    }

    @Test
    void tokenThatIsMintedHere_isMintedInline() throws Exception {
        Bench minting = Bench.minting();

        assertThat(onEventLoop(minting::get)).isEqualTo("t1");
        minting.advance(Duration.ofHours(1));
        assertThat(onEventLoop(minting::get)).isEqualTo("t2");
        assertThat(minting.background.queued()).isZero();
    }

    @Test
    void otherThreads_wait() throws Exception {
        FutureTask<String> worker = new FutureTask<>(bench::get);
        new Thread(worker, "vert.x-worker-thread-3").start();

        assertThat(worker.get()).isEqualTo("t1");
    }
}
