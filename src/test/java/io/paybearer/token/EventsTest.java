// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenEvent.Type.FAILED;
import static io.paybearer.spi.TokenEvent.Type.MINTED;
import static io.paybearer.spi.TokenEvent.Type.OBTAINED;
import static io.paybearer.spi.TokenEvent.Type.SERVED_WHILE_FAILING;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a token's listener is told, and what it is not. */
class EventsTest {

    private final Bench bench = Bench.remote();

    @Test
    void obtained_isToldOnce_withTheTimeItTook() throws Exception {
        bench.issuer.then(number -> {
            bench.advance(Duration.ofMillis(250));
            return new IssuedToken("t" + number, Duration.ofHours(1));
        });
        for (int i = 0; i < 3; i++) {
            bench.get();
        }
        assertThat(bench.told)
                .containsExactly(new TokenEvent(OBTAINED, "account", "acme", Duration.ofMillis(250), null));
    }

    @Test
    void minted_isToldAsSuch() throws Exception {
        Bench minting = Bench.minting();
        minting.get();

        assertThat(minting.told).extracting(TokenEvent::type).containsExactly(MINTED);
    }

    @Test
    void failure_isToldWithItsReason_andNotWhileAttemptsRest() {
        bench.issuer.usually(ScriptedIssuer.failing(UNAVAILABLE));
        bench.failure();
        bench.failure();

        assertThat(bench.told).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(FAILED);
            assertThat(event.failure()).isNotNull().hasMessage("failure 1");
        });
    }

    static List<Throwable> breakages() {
        return List.of(
                new IllegalStateException("secret"), new IOException("secret"), new NoClassDefFoundError("secret"));
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void issuerThatBreaks_isAFailure(Throwable breakage) {
        bench.issuer.then(ScriptedIssuer.breaking(breakage));

        assertThat(bench.failure())
                .hasMessage(
                        "the token issuer failed with " + breakage.getClass().getName());
        assertThat(bench.told)
                .singleElement()
                .satisfies(event -> assertThat(event.failure().kind()).isEqualTo(Kind.OUTCOME_UNKNOWN));
    }

    @Test
    void refusedRefresh_andTheLoginAfterIt_areOneAttempt() throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));
        bench.issuer.then(ScriptedIssuer.failing(REFUSED));
        bench.get();

        assertThat(bench.calls()).isEqualTo(3);
        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(OBTAINED, OBTAINED);
    }

    @Test
    void agingTokenWhoseRenewalHasFailed_isToldToBeServed() throws Exception {
        bench.get();
        bench.issuer.usually(ScriptedIssuer.failing(UNAVAILABLE));
        bench.advance(Duration.ofMinutes(46));
        bench.get();
        bench.background.runAll();
        bench.get();

        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(OBTAINED, FAILED, SERVED_WHILE_FAILING);
    }

    @Test
    void criticalTokenWhoseRenewalFails_isToldToBeServed_byEachCaller() throws Exception {
        bench.get();
        bench.issuer.usually(ScriptedIssuer.failing(UNAVAILABLE));
        bench.advance(Duration.ofMillis(3_570_000));
        bench.get();
        bench.get();

        assertThat(bench.told)
                .extracting(TokenEvent::type)
                .containsExactly(OBTAINED, FAILED, SERVED_WHILE_FAILING, SERVED_WHILE_FAILING);
    }

    @Test
    void interruptedAttempt_isNotTold() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(bench::get).isInstanceOf(TokenRequestException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(bench.told).isEmpty();
    }
}
