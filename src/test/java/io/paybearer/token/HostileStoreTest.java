// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenEvent.Type;
import io.paybearer.token.HostileStore.Mode;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a shared store does: no call fails because of it, none waits for long, and no thread spins. */
@Timeout(60) // for a caller that never comes back
class HostileStoreTest {

    private static final int CALLERS = 20;

    /** A look each 50 ms for as long as a lease, a race for the lease now and then, and the way back into the store. */
    static final int MOST_OPERATIONS = 175;

    /** What the documents say: the lease and half a second, and four operations. */
    static final Duration LONGEST = Duration.ofSeconds(18);

    private static Bench node(HostileStore store) {
        Bench bench = new Bench(ScriptedIssuer.remote("account", "key"), store, Optional.empty());
        store.within(bench.time);
        return bench;
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void anyStore_costsOneTokenCallForEachToken_inBoundedTime(Mode mode) throws Exception {
        HostileStore store = HostileStore.always(mode);
        Bench bench = node(store);
        for (int life = 1; life <= 5; life++) {
            long begin = bench.time.monotonicNanos();

            assertThat(bench.get()).isEqualTo("t" + life);
            assertThat(bench.calls()).isEqualTo(life);
            assertThat(store.operations()).isBetween(1, MOST_OPERATIONS);
            assertThat(bench.time.monotonicNanos() - begin).isLessThanOrEqualTo(LONGEST.toNanos());
            bench.advance(Duration.ofHours(1));
        }
        assertThat(bench.issuer.calls().stream().filter(call -> call.startsWith("refresh")))
                .as("refresh tokens")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void anyStore_manyCallersAtOnce_shareOneTokenCall(Mode mode) throws Exception {
        HostileStore store = HostileStore.always(mode);
        Bench bench = node(store);
        Gate gate = new Gate();
        bench.issuer.then(gate.before(ScriptedIssuer.lasting(Duration.ofHours(1))));
        Callers<String> callers = Callers.start(CALLERS, bench::get);
        gate.awaitArrival();
        callers.awaitHeldUp();
        gate.open();

        assertThat(callers.results()).hasSize(CALLERS).containsOnly("t1");
        assertThat(bench.calls()).isEqualTo(1);
        assertThat(store.operations()).isLessThanOrEqualTo(MOST_OPERATIONS);
    }

    /** So the store may take all the time that it may take, and the provider all that it may take. */
    @Test
    void callers_waitForOneAnother_forAsLongAsTheStoreMayHoldOneUp() throws Exception {
        Field flights = TokenKeeper.class.getDeclaredField("flights");
        flights.setAccessible(true);
        SingleFlight<?> shared = (SingleFlight<?>) flights.get(node(HostileStore.always(Mode.WELL)).keeper);
        SingleFlight<?> alone = (SingleFlight<?>) flights.get(Bench.remote().keeper);

        assertThat(shared.longestWait()).isEqualTo(SingleFlight.LONGEST_WAIT.plus(LONGEST));
        assertThat(alone.longestWait()).isEqualTo(SingleFlight.LONGEST_WAIT);
    }

    @Test
    void storeThatRefusesEveryWrite_isTriedFiveTimes_withPauses() throws Exception {
        HostileStore store = HostileStore.always(Mode.REFUSES);
        Bench bench = node(store);
        long begin = bench.time.monotonicNanos();
        bench.get();

        assertThat(store.operations()).isEqualTo(10);
        assertThat(Duration.ofNanos(bench.time.monotonicNanos() - begin)).isEqualTo(Duration.ofMillis(200));
        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(Type.STORE_LOST, Type.OBTAINED);
    }

    @Test
    void leaseThatAlwaysChangesHands_isWaitedForAsLongAsALease() throws Exception {
        Bench bench = node(HostileStore.always(Mode.ROTATES));
        long begin = bench.time.monotonicNanos();

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(Duration.ofNanos(bench.time.monotonicNanos() - begin)).isEqualTo(Bench.LEASE.plusMillis(500));
        assertThat(bench.issuer.calls()).containsExactly("issue");
    }

    @Test
    void refreshTokenThatTheStoreBringsBack_isNotSentAgain() throws Exception {
        Bench bench = node(HostileStore.always(Mode.REPLAYS));
        for (int life = 0; life < 50; life++) {
            bench.get();
            bench.advance(Duration.ofMinutes(61));
        }

        assertThat(bench.issuer.calls().stream().filter(call -> call.startsWith("refresh")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void refusedTokenThatTheStoreBringsBack_isNotServedAgain() throws Exception {
        Bench bench = node(HostileStore.always(Mode.STALE));
        for (String token : List.of("t1", "t2", "t3", "t4")) {
            assertThat(bench.get()).isEqualTo(token);
            bench.advanceSeconds(6);
            bench.invalidate(token);
        }
    }

    @Test
    void everyStore_thatIsWellAgain_isSharedAgain() throws Exception {
        List<Mode> well = new java.util.ArrayList<>(List.of(Mode.REFUSES));
        HostileStore store = new HostileStore(1, well);
        Bench bench = node(store);
        bench.get();
        well.set(0, Mode.WELL);
        bench.advance(Duration.ofHours(1));
        bench.get();

        assertThat(bench.told)
                .extracting(TokenEvent::type)
                .containsExactly(Type.STORE_LOST, Type.OBTAINED, Type.STORE_BACK, Type.OBTAINED);
    }
}
