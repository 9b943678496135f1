// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "paybearer.account.shop.refresh-margn, paybearer.account.shop.refresh-margin",
        "paybearer.account.shop.secretWord, paybearer.account.shop.secret-word",
        "paybearer.account.shop.base.uri, paybearer.account.shop.base-uri",
        "paybearer.account.shop.secret-word-fil, paybearer.account.shop.secret-word-file",
        "paybearer.accounts.shop.proxy, paybearer.account.shop.proxy",
        "paybearer.acount.shop.proxy, paybearer.account.shop.proxy",
        "paybearer.acounts, paybearer.accounts",
        "paybearer.stoer, paybearer.store",
    })
    void key_misspelt_isAWarningWithTheNearestKey(String key, String nearest) {
        assertThat(TestConfig.shop().property(key, "x").read().warnings())
                .containsExactly(key + ": nothing reads this key; did you mean " + nearest + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "paybearer.account.shop.something-quite-different",
        "paybearer.entirely.other",
        "paybearer.account.shop-eu.merchant.code",
    })
    void key_nearNoOther_isAWarningWithoutASuggestion(String key) {
        assertThat(TestConfig.shop().property(key, "x").read().warnings())
                .containsExactly(key + ": nothing reads this key");
    }

    @ParameterizedTest
    @CsvSource({"paybearer.account.shop", "paybearer.account.other"})
    void key_thatEndsAtTheName_isAWarningWithTheForm(String key) {
        assertThat(TestConfig.shop()
                        .property(key, "eu.provider=2checkout")
                        .read()
                        .warnings())
                .containsExactly(key + ": nothing reads this key; the key of an account is"
                        + " paybearer.account.<name>.<key>, without blanks, such as " + key + ".provider");
    }

    @Test
    void keyOfAnotherProvider_isUnknown() {
        assertThat(TestConfig.shop().with("client-id", "cl_1").read().warnings())
                .singleElement()
                .asString()
                .startsWith("paybearer.account.shop.client-id: nothing reads this key");
    }

    @Test
    void knownKey_thatTheProviderDoesNotUse_isAWarning() {
        assertThat(TestConfig.shop()
                        .with("trust-store-password", "changeit")
                        .read()
                        .warnings())
                .containsExactly("paybearer.account.shop.trust-store-password: it has no effect on this account of the"
                        + " provider '2checkout'; remove it");
    }

    @Test
    void misspeltKey_isNamedWithTheProblemThatItCauses() {
        TestConfig config = TestConfig.shop().without("merchant-code").with("mechant-code", "M1");

        assertThat(config.problems()).containsExactly("paybearer.account.shop.merchant-code: it is missing; set it");
        assertThat(config.refusal().warnings())
                .containsExactly("paybearer.account.shop.mechant-code: nothing reads this key; did you mean"
                        + " paybearer.account.shop.merchant-code?");
    }

    @Test
    void keysOfAnAccountWithoutProvider_areNotReportedOneByOne() {
        assertThat(TestConfig.shop().without("provider").problem()).startsWith("paybearer.account.shop.provider: ");
    }

    @Test
    void keysOfOthers_areNoneOfOurs() {
        TestConfig config = TestConfig.shop()
                .property("signatures/mp-rest/url", "https://a.example")
                .property("paybearerx.y", "z");

        assertThat(config.read().warnings()).isEmpty();
    }
}
