// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreBreakerTest {

    private final TestTime time = new TestTime();

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
}
