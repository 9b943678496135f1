// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.AccountConfig;
import io.paybearer.config.TestConfig;
import org.junit.jupiter.api.Test;

class BorderlessKeysTest {

    private static final String SHOP = "paybearer.account.shop.";

    private static TestConfig account() {
        return TestConfig.empty()
                .with("provider", "borderless")
                .with("issuer-id", "iss_0123456789012345678901")
                .with("secret-key", "0123456789abcdef0123456789abcdef0123");
    }

    @Test
    void account_withNothingButItsCredentials_mintsForTheProvidersOwnApi() {
        AccountConfig account = account().account();

        assertThat(account.baseUris())
                .extracting(Object::toString)
                .containsExactly("https://prod.api.getborderless.com");
        assertThat(account.tokenHeaders()).containsExactly("Authorization");
        assertThat(account.tenant()).isEmpty();
        assertThat(account.issuer().minted()).isTrue();
    }

    @Test
    void partnerKey_makesAnotherCredential() {
        TestConfig partner = account().with("partner-key", "partner").with("client-id", "cl_1");

        assertThat(partner.account().issuer().credential()).contains("partner");
        assertThat(partner.account().tenant()).hasValue("cl_1");
    }

    @Test
    void clientId_makesNoOtherCredential() {
        assertThat(account().with("client-id", "cl_1").account().issuer().credential())
                .isEqualTo(account().account().issuer().credential());
    }

    @Test
    void tokenSource_ofTheEndpoint_asksTheProvider() {
        AccountConfig account = account().with("token-source", "endpoint").account();

        assertThat(account.issuer().minted()).isFalse();
        assertThat(account.issuer().credential()).contains("https://prod.api.getborderless.com/authentication");
    }

    @Test
    void tokenSource_thatIsNone_isAProblem() {
        assertThat(account().with("token-source", "remote").problem())
                .isEqualTo(SHOP + "token-source: it is 'remote'; use 'local' or 'endpoint'");
    }

    @Test
    void everythingThatIsMissing_isReported() {
        assertThat(TestConfig.empty().with("provider", "borderless").problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly(SHOP + "issuer-id", SHOP + "secret-key");
    }

    @Test
    void lifetime_beyondWhatTheProviderGrants_isAProblem() {
        assertThat(account().with("token-lifetime", "20m").problem())
                .isEqualTo(SHOP + "token-lifetime: it is 1200 s, the provider grants at most 900 s; lower it");
    }
}
