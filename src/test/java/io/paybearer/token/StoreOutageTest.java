// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenEvent.Type;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that fails, and one that has a token while attempts rest. */
class StoreOutageTest {

    private static final String KEY = TokenKeepers.fingerprint(
            "acme", ScriptedIssuer.remote("account", "key").credential());

    private final FaultyStore store = new FaultyStore();
    private final Bench bench = new Bench(ScriptedIssuer.remote("account", "key"), store, Optional.empty());

    private void others(String token) {
        IssuedToken issued = new IssuedToken(token, Duration.ofHours(1));
        store.put(KEY, "1||" + StoredEntry.record(issued, bench.time.millis()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "putIfAbsent", "replace"})
    void firstToken_isServedWhateverBreaks(String operation) throws Exception {
        store.breakDown(operation);

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "replace"})
    void successor_isServedWhateverBreaks(String operation) throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));
        store.breakDown(operation);

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.get()).isEqualTo("t2");
    }

    @Test
    void nodeOnItsOwn_logsInAnew_sinceOthersMayHaveTheRefreshToken() throws Exception {
        bench.get();
        store.mode(FaultyStore.Mode.DOWN);
        bench.advance(Duration.ofHours(1));
        bench.get();
        bench.advance(Duration.ofHours(1));
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "issue", "issue");
    }

    @Test
    void nodeOnItsOwn_comesBack() throws Exception {
        store.mode(FaultyStore.Mode.DOWN);
        bench.get();
        store.mode(FaultyStore.Mode.WELL);
        others("theirs");
        bench.advance(Duration.ofMinutes(45));
        others("theirs2");
        bench.get();
        bench.background.runAll();

        assertThat(bench.get()).isEqualTo("theirs2");
        assertThat(bench.calls()).isEqualTo(1);
        assertThat(bench.told)
                .extracting(TokenEvent::type)
                .containsExactly(Type.STORE_LOST, Type.OBTAINED, Type.STORE_BACK, Type.ADOPTED);
    }

    @Test
    void leaseTakenWithoutAnAnswer_isLeftToItsTime() throws Exception {
        store.mode(FaultyStore.Mode.MUTE);
        assertThat(bench.get()).isEqualTo("t1");
        store.mode(FaultyStore.Mode.WELL);
        bench.advance(Duration.ofHours(1));

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.issuer.calls()).containsExactly("issue", "issue");
    }

    @Test
    void providerAndStoreDown_isTheProvidersFailure() {
        store.mode(FaultyStore.Mode.DOWN);
        bench.issuer.then(failing(UNAVAILABLE));

        assertThat(bench.failure()).hasMessage("failure 1");
    }

    @Test
    void failure_thatCannotBeNotedInTheStore_isStillTheProviders() throws Exception {
        bench.issuer.then(number -> {
            store.mode(FaultyStore.Mode.DOWN);
            return failing(UNAVAILABLE).answer(number);
        });

        assertThat(bench.failure()).hasMessage("failure 1");
    }

    @Test
    void tokenOfAnotherNode_isSeenWhileAttemptsRest() throws Exception {
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        others("theirs");
        bench.advance(Patience.LOOK_EVERY);

        assertThat(bench.get()).isEqualTo("theirs");
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void storeWithoutTokens_isLookedIntoOnceInAWhile_whileAttemptsRest() {
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        store.operations().clear();
        for (int call = 0; call < 100; call++) {
            assertThat(bench.failure()).hasMessageContaining("the next attempt is allowed in 1 s");
        }

        assertThat(store.operations()).containsExactly("get");
    }

    @Test
    void entryThatIsGone_leavesTheRefreshTokenOfUnknownUse() throws Exception {
        bench.get();
        store.clear();
        bench.advance(Duration.ofHours(1));
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "issue");
    }
}
