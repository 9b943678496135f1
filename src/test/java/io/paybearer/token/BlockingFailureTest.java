// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.busyFor;
import static io.paybearer.token.ScriptedIssuer.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures while callers have no token, or one that is about to end. */
class BlockingFailureTest {

    private final Bench bench = Bench.remote();

    /** One caller each tenth of a second; the waits between the calls that the issuer got. */
    private List<Long> waits(int seconds) {
        List<Long> attempts = new ArrayList<>();
        for (long tenths = 0; tenths < seconds * 10L; tenths++) {
            int before = bench.calls();
            assertThat(bench.failure()).isNotNull();
            if (bench.calls() > before) {
                attempts.add(tenths);
            }
            bench.advanceSeconds(0.1);
        }
        List<Long> waits = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            waits.add((attempts.get(i) - attempts.get(i - 1)) / 10);
        }
        return waits;
    }

    @Test
    void transientFailures_withoutAToken_backOffThenOpenTheBreaker() {
        bench.issuer.usually(failing(UNAVAILABLE));

        assertThat(waits(2000)).containsExactly(1L, 2L, 4L, 8L, 30L, 60L, 120L, 240L, 300L, 300L, 300L, 300L, 300L);
    }

    @Test
    void refusals_areRememberedTwoSecondsDoublingToSixty() {
        bench.issuer.usually(failing(REFUSED));

        assertThat(waits(300)).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void refusalAmongTransientFailures_endsTheirRow() {
        bench.issuer
                .usually(failing(UNAVAILABLE))
                .then(failing(UNAVAILABLE))
                .then(failing(UNAVAILABLE))
                .then(failing(REFUSED));

        assertThat(waits(60)).containsExactly(1L, 2L, 2L, 1L, 2L, 4L, 8L, 30L);
    }

    @Test
    void jitter_shortensTheBackOffAlone() {
        bench.random = 1;
        bench.issuer.usually(failing(UNAVAILABLE));

        assertThat(waits(140)).containsExactly(0L, 1L, 2L, 4L, 30L, 60L);
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, 1", "OUTCOME_UNKNOWN, 1", "REFUSED, 2"})
    void burst_afterAFailure_getsItRemembered_withTheTimeOfTheNextAttempt(Kind kind, long seconds) {
        bench.issuer.usually(failing(kind));
        TokenRequestException first = bench.failure();
        for (int i = 0; i < 100; i++) {
            TokenRequestException remembered = bench.failure();
            assertThat(remembered)
                    .hasMessage("failure 1; the next attempt is allowed in " + seconds + " s")
                    .hasCause(first);
            assertThat(remembered.kind()).isEqualTo(kind);
            assertThat(remembered.retryAfter()).contains(Duration.ofSeconds(seconds));
        }
        assertThat(bench.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 2", "0.999, 2", "1, 1", "1.999, 1"})
    void rememberedFailure_saysTheTimeInWholeSecondsRoundedUp(double passed, long seconds) {
        bench.issuer.usually(failing(REFUSED));
        bench.failure();
        bench.advanceSeconds(passed);

        assertThat(bench.failure()).hasMessageEndingWith("allowed in " + seconds + " s");
    }

    @Test
    void firstCall_afterTheBackOff_goesThrough() throws Exception {
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        bench.advance(Duration.ofSeconds(1).minusNanos(1));
        bench.failure();
        assertThat(bench.calls()).isEqualTo(1);
        bench.advance(Duration.ofNanos(1));

        assertThat(bench.get()).isEqualTo("t2");
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, 300", "OUTCOME_UNKNOWN, 300", "REFUSED, 60"})
    void hundredFailures_thenTheFirstAllowedAttempt_recoversAtOnce(Kind kind, long longest) throws Exception {
        bench.issuer.usually(failing(kind));
        for (int i = 0; i < 100; i++) {
            bench.failure();
            bench.advanceSeconds(longest);
        }
        assertThat(bench.calls()).isEqualTo(100);
        bench.issuer.usually(ScriptedIssuer.lasting(Duration.ofHours(1)));

        assertThat(bench.get()).isEqualTo("t101");
        bench.advance(Duration.ofHours(1));
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        assertThat(bench.failure()).hasMessageContaining("allowed in 1 s");
    }

    @Test
    void openBreaker_letsOneProbePass_thatAllJoin() throws Exception {
        bench.issuer.usually(failing(UNAVAILABLE));
        waits(16);
        bench.advanceSeconds(30);
        Gate gate = new Gate();
        bench.issuer.then(gate.before(ScriptedIssuer.lasting(Duration.ofHours(1))));
        Callers<String> crowd = Callers.start(100, bench::get).awaitHeldUp();
        gate.open();

        assertThat(crowd.results()).containsOnly("t6");
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "0, 1", "3600, 3600", "7200, 3600", "2147483647, 3600"})
    void retryAfter_isHonoured_betweenTheBackOffAndOneHour(long demanded, long waited) throws Exception {
        bench.issuer.then(busyFor(Duration.ofSeconds(demanded)));
        bench.failure();
        assertThat(bench.failure()).hasMessageEndingWith("the next attempt is allowed in " + waited + " s");
        bench.advanceSeconds(waited - 0.001);
        bench.failure();
        assertThat(bench.calls()).isEqualTo(1);
        bench.advanceSeconds(0.001);

        assertThat(bench.get()).isEqualTo("t2");
    }

    @Test
    void criticalToken_whileAttemptsRest_isServedAtOnce() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(59));
        bench.issuer.usually(failing(UNAVAILABLE));
        for (int tenths = 0; tenths < 600; tenths++) {
            assertThat(bench.get()).isEqualTo("t1");
            bench.advanceSeconds(0.1);
        }
        assertThat(bench.calls()).isEqualTo(1 + 6);
        assertThat(bench.failure()).hasMessageContaining("failure 7; the next attempt is allowed in");
    }

    @Test
    void criticalFailures_doNotCountForTheBreaker() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(59));
        bench.issuer.usually(failing(UNAVAILABLE));
        for (int tenths = 0; tenths < 600; tenths++) {
            bench.get();
            bench.advanceSeconds(0.1);
        }

        assertThat(waits(300)).containsExactly(30L, 30L, 30L, 30L, 30L, 60L);
    }
}
