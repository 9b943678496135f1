// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.harness.TestTime;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What applications hand over: not there yet, or not what it should be. */
class SharedStoresTest {

    private final StoreLog log = new StoreLog();
    private final TestTime time = new TestTime();

    @AfterEach
    void stop() {
        log.close();
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
                    return new ConcurrentHashMap<String, String>();
                },
                "c",
                time)) {
            assertThatThrownBy(() -> late.get("k")).isInstanceOf(IllegalStateException.class);
            time.advance(Duration.ofSeconds(1));
            assertThat(late.putIfAbsent("k", "v")).isTrue();
            assertThat(late.get("k")).isEqualTo("v");
        }

        assertThat(opened).hasValue(2);
        assertThat(log.said().get(0)).contains("(not yet)");
    }

    @Test
    void thingThatIsNoEngine_isNamed() {
        try (GuardedStore wrong = SharedStores.given("map", () -> "text", "c", time)) {
            assertThatThrownBy(() -> wrong.get("k")).isInstanceOf(IllegalStateException.class);
        }

        assertThat(log.said().get(0)).contains("is a java.lang.String; it has to be a ConcurrentMap");
    }
}
