// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private static TestConfig shopEu() {
        return TestConfig.empty()
                .variable("PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER", "2checkout")
                .variable("PAYBEARER_ACCOUNT_SHOP_EU_MERCHANT_CODE", "M1")
                .variable("PAYBEARER_ACCOUNT_SHOP_EU_SECRET_WORD", "word");
    }

    @Test
    void account_inTheEnvironmentAlone_isReadIfListed() {
        TestConfig config = shopEu().variable("PAYBEARER_ACCOUNTS", "shop-eu");

        assertThat(config.names()).containsExactly("shop-eu");
        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void account_inTheEnvironmentAlone_isAProblemIfNotListed() {
        assertThat(shopEu().problem())
                .isEqualTo(
                        "paybearer.accounts: the environment variable PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER belongs to no"
                                + " known account; list the names of all accounts here, or in PAYBEARER_ACCOUNTS, 'shop-eu' perhaps"
                                + " among them");
    }

    @Test
    void account_hiddenBehindTheNameOfAnother_isAProblem() {
        assertThat(shopEu().twoCheckout("shop").problem())
                .startsWith("paybearer.accounts: the environment variable PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER");
    }

    @Test
    void account_inTheEnvironmentButNotInTheList_isAWarning() {
        assertThat(shopEu().twoCheckout("shop")
                        .property("paybearer.accounts", "shop")
                        .read()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("paybearer.accounts: the environment variable PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER");
    }

    @Test
    void variable_ofAnAccountInAFile_takesPrecedenceOverTheFile() {
        TestConfig config =
                TestConfig.empty().twoCheckout("shop-eu").variable("PAYBEARER_ACCOUNT_SHOP_EU_MERCHANT_CODE", "M2");

        assertThat(config.account().issuer().credential()).contains("M2").doesNotContain("M1");
        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void variables_inLowerCase_areRead() {
        TestConfig config = shopEu().variable("paybearer_accounts", "shop-eu")
                .variable("paybearer_account_shop_eu_clock_skew", "7s");

        assertThat(config.names()).containsExactly("shop-eu");
        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void variable_ofAProfile_isReadWithoutAWarning() {
        TestConfig config = TestConfig.empty()
                .twoCheckout("shop-eu")
                .profile("prod")
                .variable("_PROD_PAYBEARER_ACCOUNT_SHOP_EU_MERCHANT_CODE", "M2");

        assertThat(config.account().issuer().credential()).contains("M2");
        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void variable_thatNothingReads_isAWarningWithTheNearestOne() {
        assertThat(TestConfig.shop()
                        .variable("PAYBEARER_ACCOUNT_SHOP_REFRESH_MARGN", "30s")
                        .read()
                        .warnings())
                .containsExactly(
                        "PAYBEARER_ACCOUNT_SHOP_REFRESH_MARGN: nothing reads this environment variable; did you mean"
                                + " PAYBEARER_ACCOUNT_SHOP_REFRESH_MARGIN?");
    }

    @Test
    void variable_ofAnUnknownAccount_isAWarning() {
        assertThat(TestConfig.shop()
                        .variable("PAYBEARER_ACCOUNT_SHPO_SECRET_WORD", "word")
                        .read()
                        .warnings())
                .containsExactly(
                        "PAYBEARER_ACCOUNT_SHPO_SECRET_WORD: this environment variable belongs to no known account;"
                                + " list the accounts in PAYBEARER_ACCOUNTS");
    }

    @Test
    void variable_nearTheListOfNames_isAWarning() {
        assertThat(TestConfig.shop()
                        .variable("PAYBEARER_ACOUNTS", "shop")
                        .read()
                        .warnings())
                .containsExactly(
                        "PAYBEARER_ACOUNTS: nothing reads this environment variable; did you mean PAYBEARER_ACCOUNTS?");
    }

    @Test
    void variables_thatKubernetesAddsForAService_areIgnored() {
        TestConfig config = TestConfig.shop()
                .variable("PAYBEARER_SERVICE_HOST", "10.0.0.1")
                .variable("PAYBEARER_PORT_8080_TCP_ADDR", "10.0.0.1");

        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void accounts_whoseKeysAreTheSameVariable_areAProblemIfItIsSet() {
        TestConfig config = TestConfig.empty()
                .provider(new FakeProvider("fake", "code", "eu-code"))
                .key("shop", "provider", "fake")
                .key("shop-eu", "provider", "fake");

        assertThat(config.names()).containsExactly("shop", "shop-eu");
        assertThat(config.variable("PAYBEARER_ACCOUNT_SHOP_EU_CODE", "1").problems())
                .contains(
                        "paybearer.account.shop-eu.code: it and paybearer.account.shop.eu-code are the same environment"
                                + " variable; rename one of the accounts");
    }
}
