// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static io.paybearer.token.ScriptedIssuer.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenEvent.Type;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a node tells of the store, and how often it looks there. */
class SharedTokenTest {

    private static final String KEY = TokenKeepers.fingerprint(
            "acme", ScriptedIssuer.remote("account", "key").credential());
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration NANO = Duration.ofNanos(1);

    private final FaultyStore store = new FaultyStore();
    private final Bench bench = new Bench(ScriptedIssuer.remote("account", "key"), store, Optional.empty());

    private void left(String token, Duration age, Duration lifetime) {
        IssuedToken issued = new IssuedToken(Secret.of(token), Secret.of(token + "-r"), lifetime);
        store.put(KEY, "1||" + StoredEntry.record(issued, bench.time.millis() - age.toMillis()));
    }

    /** What happens while the provider is asked, and how it answers then. */
    private void meanwhile(Runnable event, ScriptedIssuer.Step answer) {
        bench.issuer.then(number -> {
            event.run();
            return answer.answer(number);
        });
    }

    private void assertTold(Type... types) {
        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(types);
    }

    @Test
    void token_thatCannotBePublished_tellsThatTheStoreIsLost() throws Exception {
        meanwhile(() -> store.breakDown("replace"), lasting(HOUR));

        assertThat(bench.get()).isEqualTo("t1");
        assertTold(Type.OBTAINED, Type.STORE_LOST);
    }

    /** A store that has just failed may take its time to fail again. */
    @Test
    void leaseThatCannotBeGivenBack_tellsThatTheStoreIsLost_andLooksNoMore() {
        meanwhile(() -> store.breakDown("replace"), failing(UNAVAILABLE));

        assertThat(bench.failure()).hasMessage("failure 1");
        assertTold(Type.FAILED, Type.STORE_LOST);
        assertThat(store.operations()).containsExactly("get", "putIfAbsent", "replace");
    }

    @Test
    void failure_thatLeavesTheLeaseToUs_isNotOvertaken() {
        left("old", HOUR.multipliedBy(2), HOUR);
        bench.issuer.then(failing(OUTCOME_UNKNOWN));

        assertThat(bench.failure()).hasMessage("failure 1");
        assertTold(Type.FAILED);
    }

    @Test
    void failure_afterTheLeaseWasTakenOver_servesWhatOthersGot_thoughTheRefreshTokenIsSpent() throws Exception {
        left("old", HOUR.multipliedBy(2), HOUR);
        meanwhile(() -> left("theirs", Duration.ZERO, HOUR), failing(OUTCOME_UNKNOWN));

        assertThat(bench.get()).isEqualTo("theirs");
        assertThat(bench.issuer.calls()).containsExactly("refresh old-r");
        assertTold(Type.FAILED, Type.OVERTAKEN, Type.ADOPTED);
    }

    @Test
    void store_isLookedIntoEveryFiftyMilliseconds_whileAttemptsRest() {
        bench.advance(HOUR);
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        bench.failure();
        store.operations().clear();

        bench.advance(Patience.LOOK_EVERY.minus(NANO));
        bench.failure();
        assertThat(store.operations()).isEmpty();
        bench.advance(NANO);
        bench.failure();
        assertThat(store.operations()).containsExactly("get");
    }

    @Test
    void storeThatFails_whileAttemptsRest_isToldAsLost() {
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        store.mode(FaultyStore.Mode.DOWN);

        assertThat(bench.failure()).hasMessageContaining("failure 1");
        assertTold(Type.FAILED, Type.STORE_LOST);
    }

    @Test
    void tokenOfAnotherNode_asOldAsOurs_isAdoptedIfItLivesLonger() throws Exception {
        bench.get();
        left("theirs", Duration.ZERO, HOUR.multipliedBy(3));
        bench.advance(Duration.ofMinutes(45));
        bench.get();
        bench.background.runAll();

        assertThat(bench.get()).isEqualTo("theirs");
        assertThat(bench.calls()).isEqualTo(1);
    }

    /** Its date alone does not show that it is over: the clock was set back meanwhile. */
    @Test
    void entryThatIsBroughtBack_afterItsRefreshTokenGaveAnother_isNotRefreshedAgain() throws Exception {
        bench.get();
        String before = String.valueOf(store.peek(KEY));
        bench.advance(HOUR);
        bench.time.moveWallClock(HOUR.plusSeconds(30).negated());
        assertThat(bench.get()).isEqualTo("t2");
        store.put(KEY, before);
        bench.advance(HOUR);
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    @Test
    void failureOfTheProvider_thatDidNotAct_leavesTheRefreshTokenToTheNextAttempt() throws Exception {
        left("old", HOUR.multipliedBy(2), HOUR);
        String before = String.valueOf(store.peek(KEY));
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        assertThat(store.peek(KEY)).isEqualTo(before);
        bench.advance(HOUR);

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.issuer.calls()).containsExactly("refresh old-r", "refresh old-r");
    }
}
