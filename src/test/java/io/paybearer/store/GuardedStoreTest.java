// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenStore;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Engines that are slow, hang or fail. */
class GuardedStoreTest {

    private final StoreLog log = new StoreLog();
    private final TestTime time = new TestTime();
    private final FaultyEngine engine = new FaultyEngine();
    private final GuardedStore store = limited(Duration.ofSeconds(20));

    private GuardedStore limited(Duration limit) {
        return new GuardedStore("test", () -> engine, limit, limit, time);
    }

    @AfterEach
    void stop() {
        log.close();
        store.close();
        engine.end();
    }

    private void assertFails() {
        assertFails(store);
    }

    private static void assertFails(TokenStore store) {
        assertThatThrownBy(() -> store.get("k")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void operations_areThoseOfTheEngine() {
        assertThat(store.get("k")).isNull();
        assertThat(store.putIfAbsent("k", "1")).isTrue();
        assertThat(store.putIfAbsent("k", "2")).isFalse();
        assertThat(store.replace("k", "2", "3")).isFalse();
        assertThat(store.replace("k", "1", "2")).isTrue();
        assertThat(store.get("k")).isEqualTo("2");
        assertThat(log.said()).isEmpty();
    }

    /** A cold JVM loads the engine's client, and connects, in its first operation. */
    @Test
    void firstOperation_mayTakeLonger_thanThoseAfterIt() {
        Duration usual = Duration.ofMillis(40);
        engine.before = () -> LockSupport.parkNanos(usual.multipliedBy(3).toNanos());
        try (GuardedStore cold = new GuardedStore("test", () -> engine, Duration.ofSeconds(20), usual, time)) {
            assertThat(cold.putIfAbsent("k", "1")).isTrue();
            engine.before = () -> {};
            engine.hangs = true;
            assertFails(cold);
        }

        assertThat(log.said()).singleElement().asString().contains("no answer within 40 ms");
    }

    @Test
    void engineThatHangs_isGivenUpAtTheLimit_andSaidOnce() {
        engine.hangs = true;
        try (GuardedStore hurried = limited(Duration.ofMillis(40))) {
            assertFails(hurried);
            time.advance(Duration.ofMinutes(1));
            assertFails(hurried);
        }

        assertThat(engine.operations).hasValue(2);
        assertThat(log.said())
                .containsExactly(
                        "WARNING paybearer.store=test cannot be used (no answer within 40 ms): this node obtains"
                                + " its tokens for itself until it can; calls are not held up");
    }

    @Test
    void engineThatHangsForGood_hasNothingWaitingForIt() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        engine.before = () -> awaitWhateverInterrupts(end);
        try (GuardedStore hurried = limited(Duration.ofMillis(20))) {
            for (int call = 0; call < 20; call++) {
                assertFails(hurried);
                time.advance(Duration.ofMinutes(1));
            }
            Field threads = GuardedStore.class.getDeclaredField("threads");
            threads.setAccessible(true);

            assertThat(((ThreadPoolExecutor) threads.get(hurried)).getQueue()).isEmpty();
        } finally {
            end.countDown();
        }
    }

    private static void awaitWhateverInterrupts(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                // an engine that lets nobody go
            }
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void engineWhoseFailuresAreEachOthersCause_isAFailureLikeAnother() {
        RuntimeException one = new IllegalStateException("one");
        one.initCause(new IllegalArgumentException("other", one));
        engine.failure = one;
        assertFails();

        assertThat(log.said()).hasSize(1);
    }

    @Test
    void engineThatFails_isLeftAlone_longerEachTime() {
        engine.failure = new IllegalStateException("redis://user:password@host");
        for (long rest : new long[] {1, 2, 4, 8, 10, 10}) {
            assertFails();
            int before = engine.operations.get();
            time.advance(Duration.ofSeconds(rest).minusNanos(1));
            assertFails();
            assertThat(engine.operations).as("%s s", rest).hasValue(before);
            time.advance(Duration.ofNanos(1));
        }

        assertThat(log.said())
                .hasSize(1)
                .first()
                .asString()
                .contains("java.lang.IllegalStateException")
                .doesNotContain("password");
    }

    @Test
    void engineThatIsBack_isUsedAgain_andSaidOnce() {
        engine.failure = new IllegalStateException();
        assertFails();
        engine.failure = null;
        time.advance(Duration.ofSeconds(1));
        store.get("k");
        store.get("k");

        assertThat(log.said().subList(1, log.said().size()))
                .containsExactly("INFO paybearer.store=test can be used again: tokens are shared");
    }

    @Test
    void interruptedCaller_learnsWhatBecameOfItsOperation_andStaysInterrupted() {
        Thread caller = Thread.currentThread();
        engine.before = () -> {
            caller.interrupt();
            while (caller.isInterrupted()) { // until it has noticed
                Thread.onSpinWait();
            }
        };
        assertThat(store.putIfAbsent("k", "1")).isTrue();
        assertThat(Thread.interrupted()).isTrue();

        engine.before = () -> {};
        assertThat(store.get("k")).isEqualTo("1");
        assertThat(log.said()).isEmpty();
    }

    @Test
    void closedStore_fails_andSaysNothing() {
        store.close();
        assertFails();

        assertThat(log.said()).isEmpty();
    }

    @Test
    void moreCallersThanThreads_areServedOneAfterAnother() throws Exception {
        List<Thread> callers = new ArrayList<>();
        AtomicInteger served = new AtomicInteger();
        for (int caller = 0; caller < 100; caller++) {
            String key = "k" + caller;
            Thread thread = new Thread(() -> {
                if (store.putIfAbsent(key, "v")) {
                    served.incrementAndGet();
                }
            });
            callers.add(thread);
            thread.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(served).hasValue(100);
    }
}
