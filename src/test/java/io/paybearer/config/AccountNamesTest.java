// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNamesTest {

    @Test
    void accounts_notListed_areFoundByTheirKeysInOrder() {
        assertThat(TestConfig.shop().twoCheckout("b").twoCheckout("a-1").names())
                .containsExactly("a-1", "b", "shop");
    }

    @Test
    void account_withOnlyAMisspeltKey_isFoundAndIncomplete() {
        assertThat(TestConfig.empty().with("Provider", "2checkout").problems())
                .containsExactly("paybearer.account.shop.provider: it is missing; set it to one of [2checkout,"
                        + " 2checkout-rest, borderless, oauth2, paymentsgate, static]");
    }

    @Test
    void accounts_listed_areTheOnlyOnes() {
        TestConfig config = TestConfig.shop().twoCheckout("other").property("paybearer.accounts", "shop");

        assertThat(config.names()).containsExactly("shop");
        assertThat(config.read().warnings())
                .containsExactly("paybearer.accounts: it does not list 'other', so nothing reads the keys"
                        + " paybearer.account.other.…; add the name to it, or remove the keys");
    }

    @Test
    void listedAccount_withoutKeys_isAProblem() {
        assertThat(TestConfig.empty().property("paybearer.accounts", "shop").problem())
                .startsWith("paybearer.account.shop.provider: it is missing");
    }

    @Test
    void list_withSpacesEmptyItemsAndRepetition_isForgiven() {
        assertThat(TestConfig.shop()
                        .property("paybearer.accounts", " shop, ,shop,")
                        .names())
                .containsExactly("shop");
    }

    @Test
    void list_withAnUndefinedExpression_isAProblem() {
        assertThat(TestConfig.shop()
                        .property("paybearer.accounts", "${UNDEFINED}")
                        .problem())
                .startsWith("paybearer.accounts: its expression has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-shop", "shop-", "_a", "sh op", "sh/op", "\"shop\"", "shöp", ""})
    void name_withOtherCharacters_isAProblem(String name) {
        assertThat(TestConfig.empty().twoCheckout(name).problems())
                .contains("paybearer.account." + name
                        + ": an account's name has letters, digits, '-' and '_' only, and begins"
                        + " and ends with a letter or digit; rename it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.eu", "\"shop.eu\""})
    void name_withADot_isAProblemOfItsOwn(String name) {
        assertThat(TestConfig.empty().twoCheckout(name).problems())
                .contains(
                        "paybearer.account." + name + ".provider: an account's name must not contain a dot; rename it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop_eu", "SHOP-EU", "Shop-eu"})
    void names_equalInTheEnvironment_areAProblem(String other) {
        assertThat(TestConfig.empty().twoCheckout("shop-eu").twoCheckout(other).problem())
                .contains("'shop-eu'")
                .contains("'" + other + "'")
                .contains("are the same in environment variables (PAYBEARER_ACCOUNT_SHOP_EU_…); rename one");
    }

    @Test
    void noAccounts_areNoProblem() {
        PaybearerConfig config = TestConfig.empty().read();

        assertThat(config.accounts()).isEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void keysOfAnInactiveProfile_nameNoAccount() {
        TestConfig config = TestConfig.shop().property("%dev.paybearer.account.dev.provider", "2checkout");

        assertThat(config.names()).containsExactly("shop");
        assertThat(config.read().warnings()).isEmpty();
    }
}
