// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessPolicyTest {

    private static final FreshnessPolicy ISSUED = FreshnessPolicy.issued(Optional.empty());
    private static final FreshnessPolicy MINTED = FreshnessPolicy.minted(Optional.empty());

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
        assertThat(ISSUED.windows(lifetime, 0)).isEqualTo(new Windows(latest, latest, block, false));
        assertThat(ISSUED.windows(lifetime, 1).refreshFrom()).isEqualTo(earliest);
        assertThat(ISSUED.windows(lifetime, 1).blockFrom()).isEqualTo(block);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.25, 0.5, 0.999, 1})
    void jitter_startsEarlierByAtMostAThird_neverLater(double share) {
        for (long seconds = 1; seconds < 200_000; seconds += 997) {
            Windows windows = ISSUED.windows(Duration.ofSeconds(seconds), share);
            assertThat(windows.refreshFrom())
                    .isBetween(
                            windows.margin(),
                            windows.margin().plus(windows.margin().dividedBy(3)));
            assertThat(windows.refreshFrom()).isGreaterThan(windows.blockFrom());
            assertThat(windows.refreshFrom()).isLessThan(Duration.ofSeconds(seconds));
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
        assertThat(MINTED.windows(lifetime, 1)).isEqualTo(new Windows(margin, margin, margin, true));
    }

    @Test
    void configuredMargin_replacesTheComputedOne_jitterAndBlockStay() {
        FreshnessPolicy policy = FreshnessPolicy.issued(Optional.of(Duration.ofMinutes(30)));

        assertThat(policy.windows(Duration.ofHours(1), 0).refreshFrom()).isEqualTo(Duration.ofMinutes(30));
        assertThat(policy.windows(Duration.ofHours(1), 1).refreshFrom()).isEqualTo(Duration.ofMinutes(40));
        assertThat(policy.windows(Duration.ofHours(1), 1).blockFrom()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void configuredMargin_nearTheLifetime_leavesSomeOfItFresh() {
        FreshnessPolicy policy = FreshnessPolicy.issued(Optional.of(Duration.ofMinutes(50)));

        assertThat(policy.windows(Duration.ofHours(1), 1).refreshFrom()).isEqualTo(Duration.ofMinutes(55));
    }

    @Test
    void configuredMargin_belowTheBlock_isTheBlock() {
        FreshnessPolicy policy = FreshnessPolicy.issued(Optional.of(Duration.ofSeconds(12)));

        assertThat(policy.windows(Duration.ofHours(1), 0).blockFrom()).isEqualTo(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT61M"})
    void configuredMargin_ofTheWholeLifetime_isAnErrorThatNamesBoth(Duration margin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreshnessPolicy.issued(Optional.of(margin)).windows(Duration.ofHours(1), 0))
                .withMessageContaining("3600 s")
                .withMessageContaining("refresh-margin is " + margin.toSeconds() + " s");
    }

    @Test
    void configuredMargin_ofMintedTokens_replacesTheComputedOne() {
        FreshnessPolicy policy = FreshnessPolicy.minted(Optional.of(Duration.ofMinutes(2)));

        assertThat(policy.windows(Duration.ofMinutes(30), 1).blockFrom()).isEqualTo(Duration.ofMinutes(2));
    }
}
