// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.token.Freshness.AGING;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;
import static io.paybearer.token.Freshness.FRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final Duration REFRESH = Duration.ofMinutes(15);
    private static final Duration BLOCK = Duration.ofMinutes(1);
    private static final Windows WINDOWS = new Windows(REFRESH, REFRESH, BLOCK, false);

    @Test
    void freshness_changesOnTheNanosecond() {
        assertThat(WINDOWS.at(REFRESH.toNanos() + 1)).isEqualTo(FRESH);
        assertThat(WINDOWS.at(REFRESH.toNanos())).isEqualTo(AGING);
        assertThat(WINDOWS.at(BLOCK.toNanos() + 1)).isEqualTo(AGING);
        assertThat(WINDOWS.at(BLOCK.toNanos())).isEqualTo(CRITICAL);
        assertThat(WINDOWS.at(1)).isEqualTo(CRITICAL);
        assertThat(WINDOWS.at(0)).isEqualTo(EXPIRED);
        assertThat(WINDOWS.at(-1)).isEqualTo(EXPIRED);
    }

    @Test
    void freshness_asTimePasses_onlyEverGrowsWorse() {
        Freshness before = FRESH;
        for (long remaining = Duration.ofHours(1).toNanos(); remaining > -10_000_000_000L; remaining -= 777_777_777L) {
            Freshness now = WINDOWS.at(remaining);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(EXPIRED);
    }

    @Test
    void block_thatBeginsBeforeTheRefresh_isAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Windows(BLOCK, BLOCK, REFRESH, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Windows(BLOCK, BLOCK, BLOCK.negated(), false));
    }
}
