// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.token.RetryPolicy.Backoff;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 30", "7, 30", "100, 30", "2147483647, 30"})
    void wait_afterSoManyFailures_doublesToTheLongest(int failures, long seconds) {
        assertThat(BACKOFF.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 4000", "0.5, 3000", "1, 2000"})
    void wait_jittered_isShorterByUpToAHalf(double share, long millis) {
        assertThat(BACKOFF.jittered(3, share)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void wait_whoseLongestIsBelowItsFirst_isTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(2));

        assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 30", "6, 60", "7, 120", "8, 240", "9, 300", "100, 300"})
    void breaker_fromTheFifthFailureOn_isOpenLongerAndLonger(int failures, long seconds) {
        assertThat(RetryPolicy.breaker(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
