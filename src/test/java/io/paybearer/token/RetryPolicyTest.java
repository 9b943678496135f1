// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.Freshness.AGING;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import io.paybearer.token.Failures.Streaks;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(() -> 0);

    private static TokenRequestException error(Kind kind) {
        return new TokenRequestException(kind, "failure", null);
    }

    private static Streaks refusalsBehind(int count) {
        Streaks streaks = Streaks.NONE;
        for (int i = 0; i < count; i++) {
            streaks = streaks.after(REFUSED, AGING);
        }
        return streaks;
    }

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT7.5S", "3, PT8S", "4, PT16S", "6, PT60S", "60, PT60S"})
    void refusalBehindCallers_ofAShortLivedToken_isRememberedBeyondAnEighthOfItsMargin(int refusals, Duration wait) {
        assertThat(POLICY.behind(error(REFUSED), refusalsBehind(refusals), Duration.ofMinutes(1)))
                .isEqualTo(wait);
    }

    @Test
    void failureBehindCallers_howeverMany_countsAsTheFirstForThoseWhoHaveToWait() {
        Streaks streaks = new Streaks(9, 0, 0, 0);

        assertThat(POLICY.blocking(error(UNAVAILABLE), streaks)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void failureOfThoseWhoWaited_countsAsTheFirstForThoseBehind() {
        Streaks streaks = new Streaks(0, 9, 0, 0);

        assertThat(POLICY.behind(error(UNAVAILABLE), streaks, Duration.ofMinutes(15)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void streaks_areCountedByWhatBecameOfTheCallers() {
        Streaks streaks = Streaks.NONE
                .after(UNAVAILABLE, AGING)
                .after(UNAVAILABLE, CRITICAL)
                .after(Kind.OUTCOME_UNKNOWN, EXPIRED);

        assertThat(streaks).isEqualTo(new Streaks(1, 2, 1, 0));
        assertThat(streaks.after(REFUSED, EXPIRED)).isEqualTo(new Streaks(1, 0, 0, 1));
        assertThat(streaks.after(REFUSED, EXPIRED).after(UNAVAILABLE, EXPIRED)).isEqualTo(new Streaks(1, 1, 1, 1));
    }
}
