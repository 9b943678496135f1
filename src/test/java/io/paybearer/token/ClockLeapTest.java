// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wall clocks that jump, machines that sleep. */
class ClockLeapTest {

    private final Bench bench = Bench.remote();

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT24H", "PT-24H"})
    void leap_whileATokenIsHeld_costsOneCallAtMost(Duration leap) throws Exception {
        bench.get();
        bench.time.moveWallClock(leap);
        for (int i = 0; i < 100; i++) {
            bench.get();
            bench.advanceSeconds(1);
        }
        assertThat(bench.calls()).isEqualTo(leap.isNegative() ? 1 : 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void leap_whileTheProviderIsDown_stopsNobody(Duration leap) throws Exception {
        bench.get();
        bench.time.moveWallClock(leap);
        bench.issuer.usually(ScriptedIssuer.failing(Kind.UNAVAILABLE));
        for (int i = 0; i < 600; i++) {
            assertThat(bench.get()).isEqualTo("t1");
            bench.advanceSeconds(1);
        }
        assertThat(bench.calls()).isLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void leap_duringTheRequest_isNoFailure(Duration leap) throws Exception {
        bench.issuer.then(number -> {
            bench.time.moveWallClock(leap);
            return ScriptedIssuer.lasting(Duration.ofHours(1)).answer(number);
        });
        for (int i = 0; i < 100; i++) {
            bench.get();
        }
        assertThat(bench.calls()).isEqualTo(leap.isNegative() ? 1 : 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void leap_ofAMintingNode_makesOneNewToken(Duration leap) throws Exception {
        Bench minting = Bench.minting();
        minting.get();
        minting.time.moveWallClock(leap);

        assertThat(minting.get()).isEqualTo("t2");
        assertThat(minting.get()).isEqualTo("t2");
    }

    /** A clock of milliseconds always differs a little from one of nanoseconds. */
    @Test
    void clocks_thatRoundDifferently_makeNoLeap_whereTheMarginIsZero() throws Exception {
        Bench marginless = new Bench(ScriptedIssuer.remote("account", "key"), null, Optional.of(Duration.ZERO));
        marginless.get();
        marginless.time.moveWallClock(Duration.ofMillis(1));
        assertThat(marginless.get()).isEqualTo("t1");
        marginless.time.moveWallClock(Duration.ofSeconds(2));

        assertThat(marginless.get()).isEqualTo("t2");
    }

    @Test
    void leap_whileAttemptsRest_changesNothing() throws TokenRequestException {
        bench.issuer.then(ScriptedIssuer.failing(Kind.UNAVAILABLE));
        bench.failure();
        bench.time.moveWallClock(Duration.ofHours(-1));
        assertThat(bench.failure()).hasMessageContaining("the next attempt is allowed in 1 s");
        bench.advanceSeconds(1);

        assertThat(bench.get()).isEqualTo("t2");
    }

    @Test
    void machineThatSlept_longerThanTheTokenLives_asksForAnotherOne() throws Exception {
        bench.get();
        bench.time.moveWallClock(Duration.ofHours(8));

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1");
    }
}
