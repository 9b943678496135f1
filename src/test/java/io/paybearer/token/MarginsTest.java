// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.token.Freshness.AGING;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;
import static io.paybearer.token.Freshness.FRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginsTest {

    private static final Duration REFRESH = Duration.ofMinutes(15);
    private static final Duration BLOCK = Duration.ofMinutes(1);
    private static final Margins MARGINS = new Margins(REFRESH, REFRESH, BLOCK, false);

    private static Margins issued(Duration lifetime, double share) {
        return Margins.of(false, Optional.empty(), lifetime, share);
    }

    private static Margins issued(Duration configured, Duration lifetime, double share) {
        return Margins.of(false, Optional.of(configured), lifetime, share);
    }

    @ParameterizedTest
    @CsvSource({
        "PT15M, PT3M45S, PT5M, PT1M",
        "PT30M, PT7M30S, PT10M, PT1M",
        "PT60M, PT15M, PT20M, PT1M",
        "PT24H, PT15M, PT20M, PT1M",
        "PT10M, PT2M30S, PT3M20S, PT1M",
        "PT1M, PT15S, PT20S, PT6S",
        "PT1S, PT0.25S, PT0.333333333S, PT0.1S"
    })
    void issuedToken_byItsLifetime_isRefreshedAndBlockedOnTheSecond(
            Duration lifetime, Duration latest, Duration earliest, Duration block) {
        assertThat(issued(lifetime, 0)).isEqualTo(new Margins(latest, latest, block, false));
        assertThat(issued(lifetime, 1).refreshFrom()).isEqualTo(earliest);
        assertThat(issued(lifetime, 1).blockFrom()).isEqualTo(block);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.25, 0.5, 0.999, 1})
    void jitter_startsEarlierByAtMostAThird_neverLater(double share) {
        for (long seconds = 1; seconds < 200_000; seconds += 997) {
            Margins margins = issued(Duration.ofSeconds(seconds), share);
            assertThat(margins.refreshFrom())
                    .isBetween(
                            margins.margin(),
                            margins.margin().plus(margins.margin().dividedBy(3)));
            assertThat(margins.refreshFrom()).isGreaterThan(margins.blockFrom());
            assertThat(margins.refreshFrom()).isLessThan(Duration.ofSeconds(seconds));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT30M, PT6M",
        "PT15M, PT3M",
        "PT5M, PT1M",
        "PT4M, PT1M",
        "PT2M, PT1M",
        "PT1M, PT30S",
        "PT29M55S, PT5M59S"
    })
    void mintedToken_byItsLifetime_isRenewedInlineAtOnePoint(Duration lifetime, Duration margin) {
        assertThat(Margins.of(true, Optional.empty(), lifetime, 1))
                .isEqualTo(new Margins(margin, margin, margin, true));
    }

    @Test
    void configuredMargin_replacesTheComputedOne_jitterAndBlockStay() {
        Duration configured = Duration.ofMinutes(30);

        assertThat(issued(configured, Duration.ofHours(1), 0).refreshFrom()).isEqualTo(Duration.ofMinutes(30));
        assertThat(issued(configured, Duration.ofHours(1), 1).refreshFrom()).isEqualTo(Duration.ofMinutes(40));
        assertThat(issued(configured, Duration.ofHours(1), 1).blockFrom()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void configuredMargin_nearTheLifetime_leavesSomeOfItFresh() {
        Duration configured = Duration.ofMinutes(50);

        assertThat(issued(configured, Duration.ofHours(1), 1).refreshFrom()).isEqualTo(Duration.ofMinutes(55));
    }

    @Test
    void configuredMargin_belowTheBlock_isTheBlock() {
        Duration configured = Duration.ofSeconds(12);

        assertThat(issued(configured, Duration.ofHours(1), 0).blockFrom()).isEqualTo(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT61M"})
    void configuredMargin_ofTheWholeLifetime_isAnErrorThatNamesBoth(Duration margin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issued(margin, Duration.ofHours(1), 0))
                .withMessageContaining("3600 s")
                .withMessageContaining("refresh-margin is " + margin.toSeconds() + " s");
    }

    @Test
    void configuredMargin_ofMintedTokens_replacesTheComputedOne() {
        assertThat(Margins.of(true, Optional.of(Duration.ofMinutes(2)), Duration.ofMinutes(30), 1)
                        .blockFrom())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void freshness_changesOnTheNanosecond() {
        assertThat(MARGINS.freshness(REFRESH.toNanos() + 1)).isEqualTo(FRESH);
        assertThat(MARGINS.freshness(REFRESH.toNanos())).isEqualTo(AGING);
        assertThat(MARGINS.freshness(BLOCK.toNanos() + 1)).isEqualTo(AGING);
        assertThat(MARGINS.freshness(BLOCK.toNanos())).isEqualTo(CRITICAL);
        assertThat(MARGINS.freshness(1)).isEqualTo(CRITICAL);
        assertThat(MARGINS.freshness(0)).isEqualTo(EXPIRED);
        assertThat(MARGINS.freshness(-1)).isEqualTo(EXPIRED);
    }

    @Test
    void freshness_asTimePasses_onlyEverGrowsWorse() {
        Freshness before = FRESH;
        for (long remaining = Duration.ofHours(1).toNanos(); remaining > -10_000_000_000L; remaining -= 777_777_777L) {
            Freshness now = MARGINS.freshness(remaining);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(EXPIRED);
    }

    @Test
    void block_thatBeginsBeforeTheRefresh_isAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Margins(BLOCK, BLOCK, REFRESH, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Margins(BLOCK, BLOCK, BLOCK.negated(), false));
    }
}
