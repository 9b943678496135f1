// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenEvent.Type;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.store.GuardedStore;
import io.paybearer.store.SharedStores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One node, and what others do in the store meanwhile. */
class LeaseTest {

    private static final String KEY = TokenKeepers.fingerprint(
            "acme", ScriptedIssuer.remote("account", "key").credential());

    private final FaultyStore store = new FaultyStore();
    private final Bench bench = new Bench(ScriptedIssuer.remote("account", "key"), store, Optional.empty());

    private String record(String token, Duration age) {
        IssuedToken issued = new IssuedToken(Secret.of(token), Secret.of(token + "-r"), Duration.ofHours(1));
        return StoredEntry.record(issued, bench.time.millis() - age.toMillis());
    }

    private void left(String nonce, String token, Duration age) {
        store.put(KEY, "1|" + nonce + "|" + record(token, age));
    }

    private StoreSlot.Seen present() {
        return StoredEntry.read(store.peek(KEY), bench.time);
    }

    private IssuedToken presentToken() {
        return present().token().issued();
    }

    @Test
    void firstToken_isPublishedAndTheLeaseEnded() throws Exception {
        assertThat(bench.get()).isEqualTo("t1");

        assertThat(present().leased()).isFalse();
        assertThat(presentToken().accessToken().reveal()).isEqualTo("t1");
        assertThat(store.operations()).containsExactly("get", "putIfAbsent", "replace");
    }

    @Test
    void lease_standsWhileTheProviderIsAsked() throws Exception {
        bench.issuer.then(number -> {
            assertThat(present().leased()).isTrue();
            return ScriptedIssuer.lasting(Duration.ofHours(1)).answer(number);
        });

        assertThat(bench.get()).isEqualTo("t1");
    }

    @Test
    void otherNode_thatPublishesMeanwhile_servesUs() throws Exception {
        left("theirs", "old", Duration.ofHours(2));
        bench.time.onSleep(() -> left("", "new", Duration.ZERO));

        assertThat(bench.get()).isEqualTo("new");
        assertThat(bench.calls()).isZero();
    }

    @Test
    void otherNode_thatGivesUp_leavesTheRefreshTokenToUs() throws Exception {
        left("theirs", "old", Duration.ofHours(2));
        bench.time.onSleep(() -> left("", "old", Duration.ofHours(2)));

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.issuer.calls()).containsExactly("refresh old-r");
    }

    @Test
    void otherNode_thatDied_isSucceededAfterItsLease_withoutItsRefreshToken() throws Exception {
        left("dead", "old", Duration.ofHours(2));
        long begin = bench.time.monotonicNanos();

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(Duration.ofNanos(bench.time.monotonicNanos() - begin)).isEqualTo(Bench.LEASE);
        assertThat(bench.issuer.calls()).containsExactly("issue");
        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(Type.TAKEN_OVER, Type.OBTAINED);
    }

    @Test
    void lease_isTimedByTheMonotonicClockAlone() throws Exception {
        left("dead", "old", Duration.ofHours(2));
        bench.time.onSleep(() -> bench.time.moveWallClock(Duration.ofHours(1)));
        long begin = bench.time.monotonicNanos();
        bench.get();

        assertThat(Duration.ofNanos(bench.time.monotonicNanos() - begin)).isEqualTo(Bench.LEASE);
    }

    @Test
    void lease_thatChangesHands_isNotWaitedForAnew() throws Exception {
        left("first", "old", Duration.ofHours(2));
        long begin = bench.time.monotonicNanos();
        bench.time.onSleep(() -> {
            if (bench.time.monotonicNanos() - begin == Duration.ofSeconds(7).toNanos()) {
                left("second", "old", Duration.ofHours(2));
            }
        });

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(Duration.ofNanos(bench.time.monotonicNanos() - begin)).isEqualTo(Bench.LEASE.plusMillis(500));
        assertThat(bench.issuer.calls()).containsExactly("issue");
    }

    @Test
    void leaseThatIsLongerThanACallerWaits_isTakenOverByALaterAttempt() throws Exception {
        Duration minute = Duration.ofSeconds(60);
        TokenKeeper keeper =
                bench.keepers.acquire(bench.events, ScriptedIssuer.remote("another", "key"), Optional.empty(), minute);
        String name = TokenKeepers.fingerprint("acme", List.of("another", "key"));
        store.put(name, "1|dead|" + record("old", Duration.ofHours(2)));
        long begin = bench.time.monotonicNanos();
        keeper.get();
        assertThat(Duration.ofNanos(bench.time.monotonicNanos() - begin)).isEqualTo(SingleFlight.LONGEST_WAIT);
        bench.advance(Duration.ofHours(1));
        keeper.get();

        assertThat(bench.told)
                .extracting(TokenEvent::type)
                .containsExactly(Type.STORE_LOST, Type.OBTAINED, Type.STORE_BACK, Type.TAKEN_OVER, Type.OBTAINED);
        assertThat(StoredEntry.read(store.peek(name), bench.time).leased()).isFalse();
    }

    @Test
    void successor_thatFindsTheProviderDown_leavesNoRefreshTokenToAnybody() throws Exception {
        left("dead", "old", Duration.ofHours(2));
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();

        assertThat(present().leased()).isFalse();
        assertThat(presentToken().refreshToken()).isNull();
    }

    @Test
    void entryThatIsBroughtBack_afterItsRefreshTokenWasSent_isNotRefreshedAgain() throws Exception {
        left("", "old", Duration.ofHours(2));
        String before = String.valueOf(store.peek(KEY));
        bench.issuer.then(failing(OUTCOME_UNKNOWN));
        bench.failure();
        store.put(KEY, before);
        bench.advance(Duration.ofHours(1));

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.issuer.calls()).containsExactly("refresh old-r", "issue");
    }

    /** Its date alone does not show that it is over: the clock was set back meanwhile. */
    @Test
    void refusedToken_thatIsBroughtBack_isNotServedAgain() throws Exception {
        assertThat(bench.get()).isEqualTo("t1");
        String before = String.valueOf(store.peek(KEY));
        store.put(KEY, "1||");
        bench.advanceSeconds(10);
        bench.invalidate("t1");
        bench.time.moveWallClock(Duration.ofSeconds(-20));
        assertThat(bench.get()).isEqualTo("t2");
        store.put(KEY, before);
        bench.advanceSeconds(10);
        bench.invalidate("t2");

        assertThat(bench.get()).isEqualTo("t3");
    }

    /** After a failure too, the entry is compared with the token that callers hold. */
    @Test
    void olderToken_thatIsBroughtBackDuringAFailedRequest_isNotServed() throws Exception {
        bench.issuer.then(ScriptedIssuer.unrenewable(Duration.ofHours(1)));
        bench.issuer.then(ScriptedIssuer.unrenewable(Duration.ofMinutes(2)));
        bench.get();
        String before = String.valueOf(store.peek(KEY));
        store.put(KEY, "1||");
        bench.advance(Duration.ofMinutes(50));
        bench.get();
        bench.background.runAll();
        assertThat(bench.get()).isEqualTo("t2");
        store.put(KEY, "1||");
        bench.advance(Duration.ofMinutes(2));
        bench.issuer.then(number -> {
            store.put(KEY, before);
            throw new TokenRequestException(UNAVAILABLE, "down", null);
        });

        assertThat(bench.failure()).hasMessageContaining("down");
    }

    @Test
    void successor_keepsServingWhatItHolds() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        String text = String.valueOf(store.peek(KEY));
        store.put(KEY, text.replace("1||", "1|dead|"));
        assertThat(bench.get()).isEqualTo("t1");
        bench.background.runAll();

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.issuer.calls()).containsExactly("issue", "issue");
    }

    @Test
    void holder_thatWakesAfterItsLease_cannotOverwrite() throws Exception {
        bench.issuer.then(number -> {
            left("", "theirs", Duration.ZERO);
            return ScriptedIssuer.lasting(Duration.ofHours(1)).answer(number);
        });

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(presentToken().accessToken().reveal()).isEqualTo("theirs");
        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(Type.OBTAINED, Type.OVERTAKEN);
    }

    @Test
    void holder_thatWakesTooLateWithNothing_servesWhatOthersGot() throws Exception {
        bench.issuer.then(number -> {
            left("", "theirs", Duration.ZERO);
            throw new TokenRequestException(OUTCOME_UNKNOWN, "timed out", null);
        });

        assertThat(bench.get()).isEqualTo("theirs");
        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(Type.FAILED, Type.OVERTAKEN, Type.ADOPTED);
    }

    @Test
    void callerThatIsInterruptedAtTheStore_leavesNoLease_andTellsOfNoOutage() throws Exception {
        try (GuardedStore guarded = SharedStores.given("test", () -> store, "", new TestTime())) {
            Bench node = new Bench(ScriptedIssuer.remote("account", "key"), guarded, Optional.empty());
            Thread caller = Thread.currentThread();
            store.before(() -> {
                caller.interrupt();
                while (caller.isInterrupted()) { // until it has noticed
                    Thread.onSpinWait();
                }
            });
            assertThat(node.failure()).hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            store.before(() -> {});

            assertThat(node.told).isEmpty();
            assertThat(node.calls()).isZero();
            assertThat(present().leased()).isFalse();
        }
    }

    @Test
    void interruptedWaiter_takesNoLease() {
        left("theirs", "old", Duration.ofHours(2));
        bench.time.onSleep(() -> {
            throw new IllegalStateException("to be interrupted");
        });
        Thread.currentThread().interrupt();
        try {
            assertThat(bench.failure()).hasMessageContaining("interrupted");
            assertThat(present().nonce()).isEqualTo("theirs");
        } finally {
            Thread.interrupted();
        }
    }
}
