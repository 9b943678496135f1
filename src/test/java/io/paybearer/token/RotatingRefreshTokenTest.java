// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.MISCONFIGURED;
import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh token that is configured and rotates: it is sent once, and so is each of its successors, whatever happens. */
class RotatingRefreshTokenTest {

    private static final Duration LONG = Duration.ofHours(3);

    private final FaultyStore store = new FaultyStore();

    private static Bench node(@Nullable FaultyStore store) {
        return new Bench(ScriptedIssuer.remote("account", "r0").rotate(), store, Optional.empty());
    }

    private static ScriptedIssuer.Step refusing(String code) {
        return number -> {
            throw new TokenRequestException(REFUSED, "failure", null).answered(400, code);
        };
    }

    private static void assertUsedUp(Bench bench) {
        int before = bench.calls();
        assertThat(bench.failure())
                .hasMessageStartingWith("the refresh token may have been used already")
                .matches(failure -> failure.kind() == REFUSED);
        assertThat(bench.calls()).isEqualTo(before);
    }

    @Test
    void eachToken_isTheSuccessorOfTheOneBefore() throws Exception {
        Bench bench = node(store);
        for (int i = 0; i < 3; i++) {
            bench.get();
            bench.advance(LONG);
        }

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "refresh r2");
    }

    @Test
    void anotherNode_andANodeThatBegins_goOnWithTheStoredOne() throws Exception {
        Bench first = node(store);
        first.get();
        Bench second = node(store);
        second.time.advance(LONG);
        second.get();

        assertThat(second.issuer.calls()).containsExactly("refresh r1");
    }

    /** Nobody knows whether it was used: by this node, nor by one that begins with the same store. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void firstRequest_withoutAnAnswer_isTheLast(boolean shared) {
        Bench bench = node(shared ? store : null);
        bench.issuer.then(failing(OUTCOME_UNKNOWN));
        bench.failure();
        bench.advance(LONG);
        assertUsedUp(bench);

        if (shared) {
            Bench other = node(store);
            other.time.advance(LONG);
            assertUsedUp(other);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void laterRequest_withoutAnAnswer_isTheLast(boolean shared) throws Exception {
        Bench bench = node(shared ? store : null);
        bench.get();
        bench.advance(LONG);
        bench.issuer.then(failing(OUTCOME_UNKNOWN));
        bench.failure();
        bench.advance(LONG);

        assertUsedUp(bench);
    }

    @Test
    void refusedToken_isNotFollowedByTheFirstOne() throws Exception {
        Bench bench = node(store);
        bench.get();
        bench.advance(LONG);
        bench.issuer.then(refusing("invalid_grant"));
        bench.failure();
        bench.advance(LONG);

        assertUsedUp(bench);
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1");
    }

    /** Answers that say nothing about the refresh token leave it as it was. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "MISCONFIGURED"})
    void answerAboutSomethingElse_keepsTheToken(Kind kind) throws Exception {
        Bench bench = node(store);
        bench.issuer.then(failing(kind));
        bench.failure();
        bench.advance(LONG);
        bench.get();
        bench.advance(LONG);
        bench.issuer.then(failing(kind)).then(refusing("invalid_client"));
        bench.failure();
        bench.advance(LONG);
        bench.failure();
        bench.advance(LONG);
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "issue", "refresh r2", "refresh r2", "refresh r2");
    }

    @Test
    void storeThatIsLost_isWaitedFor() throws Exception {
        Bench bench = node(store);
        bench.get();
        bench.advance(LONG);
        store.mode(FaultyStore.Mode.DOWN);

        assertThat(bench.failure())
                .hasMessage("the shared store cannot be used, and it has the refresh token")
                .matches(failure -> failure.kind() == UNAVAILABLE);

        store.mode(FaultyStore.Mode.WELL);
        bench.advance(LONG);
        bench.get();
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1");
    }

    /** A node has died with the lease, so it may have used the token: the first one, or a later one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaseThatWasLeftBehind_meansThatTheTokenIsSpent(boolean first) throws Exception {
        Bench dead = node(store);
        if (!first) {
            dead.get();
            dead.advance(LONG);
        }
        dead.issuer.then(number -> {
            store.mode(FaultyStore.Mode.DOWN);
            throw new TokenRequestException(MISCONFIGURED, "and then it died", null);
        });
        dead.failure();
        store.mode(FaultyStore.Mode.WELL);

        Bench other = node(store);
        other.time.advance(LONG);
        assertUsedUp(other);
        assertThat(other.calls()).isZero();
    }

    @Test
    void storeThatForgets_isNotRepairedWithTheFirstToken() throws Exception {
        Bench bench = node(store);
        bench.get();
        store.clear();
        bench.advance(LONG);

        assertUsedUp(bench);
    }
}
