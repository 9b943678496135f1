// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of failure in every state of the token, at the issuer: who is served, what is asked, and when again. */
class FailureMatrixTest {

    /** The token before the failure. */
    enum State {
        NONE(Duration.ZERO),
        AGING(Duration.ofMinutes(46)),
        CRITICAL(Duration.ofSeconds(59 * 60 + 10)),
        EXPIRED(Duration.ofMinutes(61)),
        REJECTED(Duration.ofMinutes(1));

        private final Duration age;

        State(Duration age) {
            this.age = age;
        }

        boolean served() {
            return this == AGING || this == CRITICAL;
        }

        Bench bench() throws TokenRequestException {
            Bench bench = Bench.remote();
            if (this != NONE) {
                bench.get();
                bench.advance(age);
            }
            if (this == REJECTED) {
                bench.invalidate("t1");
            }
            return bench;
        }
    }

    /** The failure, what callers see of it, how long nothing is asked after it, and whether the refresh token is lost. */
    enum Failure {
        DOWN(ScriptedIssuer.failing(UNAVAILABLE), UNAVAILABLE, 1, 5, false),
        BUSY(ScriptedIssuer.busyFor(Duration.ofSeconds(20)), UNAVAILABLE, 20, 20, false),
        NO_ANSWER(ScriptedIssuer.failing(OUTCOME_UNKNOWN), OUTCOME_UNKNOWN, 1, 5, true),
        BUG(ScriptedIssuer.breaking(new IllegalStateException("bug")), OUTCOME_UNKNOWN, 1, 5, true),
        UNDECLARED(ScriptedIssuer.breaking(new IOException("of Kotlin")), OUTCOME_UNKNOWN, 1, 5, true),
        NO_CLASS(ScriptedIssuer.breaking(new NoClassDefFoundError("acme/Json")), OUTCOME_UNKNOWN, 1, 5, true),
        UNUSABLE(ScriptedIssuer.lasting(Duration.ZERO), OUTCOME_UNKNOWN, 1, 5, true),
        REFUSAL(ScriptedIssuer.failing(REFUSED), REFUSED, 2, 5, true);

        private final ScriptedIssuer.Step step;
        private final Kind seen;
        private final long blockingRest;
        private final long backgroundRest;
        private final boolean refreshTokenLost;

        Failure(ScriptedIssuer.Step step, Kind seen, long blockingRest, long backgroundRest, boolean refreshTokenLost) {
            this.step = step;
            this.seen = seen;
            this.blockingRest = blockingRest;
            this.backgroundRest = backgroundRest;
            this.refreshTokenLost = refreshTokenLost;
        }

        Duration rest(State state) {
            return Duration.ofSeconds(state == State.AGING ? backgroundRest : blockingRest);
        }

        /** A refusal of the refresh token is followed by one of the credentials. */
        int callsPerAttempt(State state) {
            return this == REFUSAL && state != State.NONE ? 2 : 1;
        }
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Failure.values()).map(failure -> Arguments.of(state, failure)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void failure_inAnyState_isOneAttempt_thenRest_thenRecovery(State state, Failure failure) throws Exception {
        Bench bench = state.bench();
        int before = bench.calls();
        bench.issuer.usually(failure.step);

        burst(bench, state, failure);
        assertThat(bench.calls()).as("one attempt").isEqualTo(before + failure.callsPerAttempt(state));
        bench.advance(failure.rest(state).minusMillis(1));
        burst(bench, state, failure);
        assertThat(bench.calls()).as("rest").isEqualTo(before + failure.callsPerAttempt(state));

        bench.advance(Duration.ofMillis(1));
        bench.issuer.usually(ScriptedIssuer.lasting(Duration.ofHours(1)));
        assertRecovery(bench, state, failure);
    }

    private static void burst(Bench bench, State state, Failure failure) throws TokenRequestException {
        for (int i = 0; i < 50; i++) {
            if (state.served()) {
                assertThat(bench.get()).isEqualTo("t1");
            } else {
                assertThat(bench.failure().kind()).isEqualTo(failure.seen);
            }
            bench.background.runAll();
        }
    }

    private static void assertRecovery(Bench bench, State state, Failure failure) throws TokenRequestException {
        int before = bench.calls();
        bench.get();
        bench.background.runAll();
        assertThat(bench.get()).isEqualTo("t" + (before + 1));
        boolean refreshed = state != State.NONE && !failure.refreshTokenLost;
        assertThat(bench.issuer.calls().get(before)).isEqualTo(refreshed ? "refresh r1" : "issue");
        assertThat(bench.calls()).isEqualTo(before + 1);
    }
}
