// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.AccountConfig;
import io.paybearer.config.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoCheckoutKeysTest {

    private static final String SHOP = "paybearer.account.shop.";

    @Test
    void account_withNothingButItsCredentials_isComplete() {
        AccountConfig account = TestConfig.shop().account();

        assertThat(account.provider().id()).isEqualTo("2checkout");
        assertThat(account.baseUris()).extracting(Object::toString).containsExactly("https://secure.2checkout.com");
        assertThat(account.tokenHeaders()).containsExactly("Authorization", "merchant-token");
        assertThat(account.issuer().minted()).isTrue();
    }

    @Test
    void everythingThatIsMissing_isReported() {
        assertThat(TestConfig.empty().with("provider", "2checkout").problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly(SHOP + "merchant-code", SHOP + "secret-word");
    }

    @ParameterizedTest
    @CsvSource({"31m, true, false", "31m, false, true", "30m, false, false", "8h, true, false"})
    void lifetime_beyondWhatTheProviderGrants_isAProblemOnlyWithoutExpiry(
            String lifetime, String expiry, boolean refused) {
        TestConfig config = TestConfig.shop().with("token-lifetime", lifetime).with("include-expiry", expiry);

        if (refused) {
            assertThat(config.problem())
                    .isEqualTo(SHOP + "token-lifetime: it is 1860 s, the provider grants at most 1800 s; lower it");
        } else {
            assertThat(config.account().issuer()).isNotNull();
        }
    }

    @Test
    void lifetime_thatTheClockSkewUsesUp_isAProblem() {
        assertThat(TestConfig.shop().with("token-lifetime", "20s").problem())
                .isEqualTo(SHOP + "token-lifetime: it is 20 s, which must be more than twice the clock-skew of 10 s");
    }

    @Test
    void includeExpiry_thatIsNoFlag_isAProblem() {
        assertThat(TestConfig.shop().with("include-expiry", "yes").problem())
                .isEqualTo(SHOP + "include-expiry: 'yes' is neither true nor false; set it to one of them");
    }
}
