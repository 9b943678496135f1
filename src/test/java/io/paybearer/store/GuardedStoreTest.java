// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenStore;
import io.paybearer.token.MemoryTokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines that are slow, hang, fail, or are not there yet. */
class GuardedStoreTest {

    private final Logger logger = Logger.getLogger("io.paybearer.store");
    private final List<String> said = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord record) {
            said.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final TestTime time = new TestTime();
    private final AtomicInteger operations = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean hangs;
    private volatile @Nullable RuntimeException failure;
    private final TokenStore engine = new MemoryTokenStore();
    private final GuardedStore store = limited(Duration.ofSeconds(20));

    private GuardedStore limited(Duration limit) {
        return new GuardedStore("test", new LazyStore(this::opened), limit, time);
    }

    private TokenStore opened() {
        return new TokenStore() {
            @Override
            public @Nullable String get(String key) {
                return asked(() -> engine.get(key));
            }

            @Override
            public boolean putIfAbsent(String key, String value) {
                return asked(() -> engine.putIfAbsent(key, value));
            }

            @Override
            public boolean replace(String key, String expected, String value) {
                return asked(() -> engine.replace(key, expected, value));
            }

            @Override
            public boolean remove(String key, String expected) {
                return asked(() -> engine.remove(key, expected));
            }
        };
    }

    private <T> T asked(Supplier<T> work) {
        operations.incrementAndGet();
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        if (hangs) {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return work.get();
    }

    @BeforeEach
    void record() {
        logger.addHandler(recorder);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(recorder);
        store.close();
        never.countDown();
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
        assertThat(store.remove("k", "1")).isFalse();
        assertThat(store.get("k")).isEqualTo("2");
        assertThat(store.remove("k", "2")).isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void engineThatHangs_isGivenUpAtTheLimit_andSaidOnce() {
        hangs = true;
        try (GuardedStore hurried = limited(Duration.ofMillis(40))) {
            assertFails(hurried);
            time.advance(Duration.ofMinutes(1));
            assertFails(hurried);
        }

        assertThat(operations).hasValue(2);
        assertThat(said)
                .containsExactly(
                        "WARNING paybearer.store=test cannot be used (no answer within 40 ms): this node obtains"
                                + " its tokens for itself until it can; calls are not held up");
    }

    @Test
    void engineThatFails_isLeftAlone_longerEachTime() {
        failure = new IllegalStateException("redis://user:password@host");
        for (long rest : new long[] {1, 2, 4, 8, 10, 10}) {
            assertFails();
            int before = operations.get();
            time.advance(Duration.ofSeconds(rest).minusNanos(1));
            assertFails();
            assertThat(operations).as("%s s", rest).hasValue(before);
            time.advance(Duration.ofNanos(1));
        }

        assertThat(said)
                .hasSize(1)
                .first()
                .asString()
                .contains("java.lang.IllegalStateException")
                .doesNotContain("password");
    }

    @Test
    void engineThatIsBack_isUsedAgain_andSaidOnce() {
        failure = new IllegalStateException();
        assertFails();
        failure = null;
        time.advance(Duration.ofSeconds(1));
        store.get("k");
        store.get("k");

        assertThat(said.subList(1, said.size()))
                .containsExactly("INFO paybearer.store=test can be used again: tokens are shared");
    }

    @Test
    void whileOneProbes_othersAreTurnedAway() {
        StoreBreaker breaker = new StoreBreaker(time, Duration.ofMillis(500));
        breaker.failed();
        time.advance(Duration.ofSeconds(1));

        assertThat(breaker.passes()).isTrue();
        assertThat(breaker.passes()).isFalse();
        time.advance(Duration.ofMillis(500));
        assertThat(breaker.passes()).isTrue();
    }

    @Test
    void interruptedCaller_opensNoBreaker() {
        Thread.currentThread().interrupt();
        try {
            store.get("k");
        } catch (IllegalStateException interrupted) {
            // but not if the operation has ended before its outcome is waited for
        }
        assertThat(Thread.interrupted()).isTrue();

        assertThat(store.get("k")).isNull();
        assertThat(said).isEmpty();
    }

    @Test
    void storeThatCannotBeOpened_saysWhy_andIsTriedAgain() {
        AtomicInteger opened = new AtomicInteger();
        try (GuardedStore late = SharedStores.given(
                "map",
                () -> {
                    if (opened.incrementAndGet() == 1) {
                        throw SharedStores.problem("not yet");
                    }
                    return new java.util.concurrent.ConcurrentHashMap<String, String>();
                },
                "c",
                time)) {
            assertThatThrownBy(() -> late.get("k")).isInstanceOf(IllegalStateException.class);
            time.advance(Duration.ofSeconds(1));
            assertThat(late.putIfAbsent("k", "v")).isTrue();
            assertThat(late.get("k")).isEqualTo("v");
        }

        assertThat(opened).hasValue(2);
        assertThat(said.get(0)).contains("(not yet)");
    }

    @Test
    void thingThatIsNoEngine_isNamed() {
        try (GuardedStore wrong = SharedStores.given("map", () -> "text", "c", time)) {
            assertThatThrownBy(() -> wrong.get("k")).isInstanceOf(IllegalStateException.class);
        }

        assertThat(said.get(0)).contains("is a java.lang.String; it has to be a ConcurrentMap");
    }

    @Test
    void closedStore_fails_andSaysNothing() {
        store.close();
        assertFails();

        assertThat(said).isEmpty();
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
