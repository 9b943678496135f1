// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static io.paybearer.token.ScriptedIssuer.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a token that an API has refused. */
class InvalidationTest {

    private final Bench bench = Bench.remote();

    @BeforeEach
    void aTokenThatIsNotYoung() throws TokenRequestException {
        bench.get();
        bench.advanceSeconds(5);
    }

    @Test
    void refusedToken_isReplacedOnce() throws Exception {
        bench.invalidate("t1");
        bench.invalidate("t1");

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void refusedToken_thatIsNotTheCurrentOne_changesNothing() throws Exception {
        bench.invalidate("t0");

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void refusedToken_alreadyReplaced_changesNothing() throws Exception {
        bench.invalidate("t1");
        bench.get();
        bench.advanceSeconds(60);
        bench.invalidate("t1");

        assertThat(bench.get()).isEqualTo("t2");
    }

    @Test
    void refusedToken_underFiveSecondsOld_isKept() throws Exception {
        bench.invalidate("t1");
        bench.get();
        bench.advanceSeconds(4.999);
        bench.invalidate("t2");
        assertThat(bench.get()).isEqualTo("t2");
        bench.advanceSeconds(0.001);
        bench.invalidate("t2");

        assertThat(bench.get()).isEqualTo("t3");
    }

    @Test
    void refusedToken_whoseIssueTookLong_isYoungFromItsArrivalOn() throws Exception {
        bench.issuer.then(number -> {
            bench.advanceSeconds(7);
            return lasting(Duration.ofHours(1)).answer(number);
        });
        bench.invalidate("t1");
        bench.get();
        bench.advanceSeconds(4.999);
        bench.invalidate("t2");

        assertThat(bench.get()).isEqualTo("t2");
    }

    @Test
    void refusedToken_thatTheProviderHandsOutAgain_isReplacedNoOftenerThanEveryFiveSeconds() throws Exception {
        bench.issuer.usually(number -> new IssuedToken("always-the-same", Duration.ofHours(1)));
        bench.invalidate("t1");
        for (int tenths = 0; tenths < 100; tenths++) {
            bench.get();
            bench.invalidate("always-the-same");
            bench.advanceSeconds(0.1);
        }
        assertThat(bench.calls()).isEqualTo(3);
    }

    @Test
    void refusedToken_isNeverServedAgain_whateverFails() {
        bench.invalidate("t1");
        bench.issuer.usually(failing(UNAVAILABLE));
        for (int i = 0; i < 100; i++) {
            assertThat(bench.failure()).isNotNull();
            bench.advanceSeconds(10);
        }
    }

    @Test
    void refusal_duringTheRefresh_isNotAppliedToTheNewToken() throws Exception {
        bench.advance(Duration.ofMinutes(45));
        bench.issuer.then(number -> {
            bench.invalidate("t1");
            return lasting(Duration.ofHours(1)).answer(number);
        });
        bench.get();
        bench.background.runAll();

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void refusal_duringARefreshThatFails_isNotLost() throws Exception {
        bench.advance(Duration.ofMinutes(45));
        bench.issuer.then(number -> {
            bench.invalidate("t1");
            return failing(UNAVAILABLE).answer(number);
        });
        bench.get();
        bench.background.runAll();

        assertThat(bench.failure()).hasMessage("failure 2; the next attempt is allowed in 1 s");
        bench.advanceSeconds(1);
        assertThat(bench.get()).isEqualTo("t3");
    }

    @Test
    void refusal_whileAttemptsRest_doesNotMakeOne() throws Exception {
        bench.advance(Duration.ofMinutes(59));
        bench.issuer.then(failing(UNAVAILABLE));
        assertThat(bench.get()).isEqualTo("t1");
        bench.invalidate("t1");

        assertThat(bench.failure()).hasMessageContaining("the next attempt is allowed in 1 s");
        assertThat(bench.calls()).isEqualTo(2);
        bench.advanceSeconds(1);
        assertThat(bench.get()).isEqualTo("t3");
    }

    @Test
    void thousandRefusalsAtOnce_makeOneCall() throws Exception {
        Callers<String> crowd = Callers.start(1_000, () -> {
            bench.invalidate("t1");
            return bench.get();
        });

        assertThat(crowd.results()).containsOnly("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }
}
