// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.busyFor;
import static io.paybearer.token.ScriptedIssuer.failing;
import static io.paybearer.token.ScriptedIssuer.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refreshes that fail behind callers who have a token. */
class BackgroundFailureTest {

    private final Bench bench = Bench.remote();

    /** One caller each tenth of a second until the token is gone; the seconds at which the issuer was asked. */
    private List<Double> attempts(Duration lifetime) throws TokenRequestException {
        bench.issuer.then(lasting(lifetime));
        bench.get();
        bench.issuer.usually(failing(UNAVAILABLE));
        List<Double> attempts = new ArrayList<>();
        for (long tenths = 0; tenths < lifetime.toSeconds() * 10; tenths++) {
            int before = bench.calls();
            assertThat(bench.get()).isEqualTo("t1");
            bench.background.runAll();
            if (bench.calls() > before) {
                attempts.add(tenths / 10.0);
            }
            bench.advanceSeconds(0.1);
        }
        return attempts;
    }

    @Test
    void failingRefresh_waitsFiveSecondsDoublingToAnEighthOfTheMargin() throws Exception {
        assertThat(attempts(Duration.ofMinutes(15))).startsWith(675.0, 680.0, 690.0, 710.0, 738.2, 766.4, 794.6, 822.8);
    }

    @Test
    void failingRefresh_neverMovesTheDeadlineFromWhichCallersWait() throws Exception {
        List<Double> attempts = attempts(Duration.ofMinutes(15));

        assertThat(attempts.stream().filter(second -> second >= 840))
                .startsWith(840.0, 841.0, 843.0, 847.0, 855.0, 871.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1})
    void failingRefresh_jittered_waitsNoLongerThanWithout(double share) throws Exception {
        bench.random = share;
        List<Double> attempts = attempts(Duration.ofMinutes(15));
        for (int i = 1; i < 6; i++) {
            double step = attempts.get(i) - attempts.get(i - 1);
            assertThat(step).isBetween(Math.min(28.1, 5 << (i - 1)) / 2, Math.min(28.2, 5 << (i - 1)) + 0.01);
        }
    }

    @Test
    void successAfterFailures_startsAfresh() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.issuer.then(failing(UNAVAILABLE));
        bench.get();
        bench.background.runAll();
        bench.advanceSeconds(5);
        bench.get();
        bench.background.runAll();
        assertThat(bench.get()).isEqualTo("t3");
        bench.advance(Duration.ofMinutes(45));
        bench.issuer.then(failing(UNAVAILABLE));
        bench.get();
        bench.background.runAll();
        bench.advanceSeconds(5);
        bench.get();

        assertThat(bench.background.queued()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "1, 5", "7200, 3600"})
    void retryAfter_isHonoured_upToOneHour(long demanded, long waited) throws Exception {
        bench.issuer.then(lasting(Duration.ofDays(30)));
        bench.get();
        bench.advance(Duration.ofDays(30).minusMinutes(15));
        bench.issuer.then(busyFor(Duration.ofSeconds(demanded)));
        bench.get();
        bench.background.runAll();
        bench.advanceSeconds(Math.min(waited, 840) - 0.001);
        bench.get();
        assertThat(bench.background.queued()).isZero();
        bench.advanceSeconds(waited - Math.min(waited, 840) + 0.001);

        assertThat(bench.get()).isIn("t1", "t3");
        assertThat(bench.background.queued() + bench.calls()).isEqualTo(3);
    }

    @Test
    void refusedCredentials_behindCallers_leaveThemTheirToken() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.issuer.usually(failing(REFUSED));
        for (int i = 0; i < 100; i++) {
            assertThat(bench.get()).isEqualTo("t1");
            bench.background.runAll();
        }
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    @ParameterizedTest
    @ValueSource(classes = {RejectedExecutionException.class, IllegalStateException.class})
    void executorThatTakesNothing_delaysTheRefresh_andNobodyNotices(Class<? extends RuntimeException> refusal)
            throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.background.rejectWith(refusal.getConstructor(String.class).newInstance("no"));
        for (int i = 0; i < 100; i++) {
            assertThat(bench.get()).isEqualTo("t1");
        }
        assertThat(bench.calls()).isEqualTo(1);
        bench.background.accept();
        bench.get();
        bench.background.runAll();

        assertThat(bench.get()).isEqualTo("t2");
    }

    @Test
    void executorThatTakesNothing_leavesTheRefreshToTheFirstWhoHasToWait() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.background.reject();
        bench.get();
        bench.advance(Duration.ofMinutes(14));

        assertThat(bench.get()).isEqualTo("t2");
    }
}
