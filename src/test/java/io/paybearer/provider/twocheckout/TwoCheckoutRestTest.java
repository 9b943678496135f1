// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.AccountConfig;
import io.paybearer.config.TestConfig;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The login of 2Checkout's REST API. The hashes were computed with openssl: {@code dgst -sha256 -hmac} and {@code -sha3-256}. */
class TwoCheckoutRestTest {

    private static final String SHOP = "paybearer.account.shop.";

    private static TestConfig config() {
        return TestConfig.empty()
                .with("provider", "2checkout-rest")
                .with("merchant-code", "250111206876")
                .with("secret-key", "SECRET_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "sha256, 98bab8479b33c970b1afe8d98d3b3020881dfc6e0d7490fba1f01c91fed46b66",
        "sha3-256, 1bce66db414d3c2e8bae9bdf4d27213fd7b6c089f8979086c9bc9f90cd9975c0"
    })
    void header_holdsCodeAndDate_withTheirHash(String algorithm, String hash) throws Exception {
        IssuedToken token =
                config().with("algorithm", algorithm).account().issuer().issue();

        assertThat(token.accessToken().reveal())
                .isEqualTo("code=\"250111206876\" date=\"2027-01-15 08:00:00\" hash=\"" + hash + "\" algo=\""
                        + algorithm + "\"");
        assertThat(token.scheme()).isEmpty();
        assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void account_hasTheProvidersHeaderAndPlace() {
        AccountConfig account = config().account();

        assertThat(account.tokenHeaders()).containsExactly("X-Avangate-Authentication");
        assertThat(account.baseUris()).singleElement().hasToString("https://api.2checkout.com/rest/6.0");
    }

    @ParameterizedTest
    @CsvSource({
        "algorithm, md5, it is 'md5'; use 'sha256' or 'sha3-256'",
        "merchant-code, 2501\"1120, no header can carry it; copy it again from the provider's page",
    })
    void keyThatCannotBeUsed_isAProblem(String leaf, String value, String message) {
        assertThat(config().with(leaf, value).problem()).isEqualTo(SHOP + leaf + ": " + message);
    }
}
