// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a name under {@code rest-clients} that is misspelt. */
class RestClientNamesTest {

    private static final String KEY = "paybearer.account.shop.rest-clients: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signatures/mp-rest/url",
                "signatures/mp-rest/providers/com.acme.Filter/priority",
                "quarkus.rest-client.signatures.url",
                "quarkus.rest-client.\"signatures\".url"
            })
    void nameThatIsNearlyThatOfAClient_isSuggested(String key) {
        assertThat(TestConfig.shop()
                        .with("rest-clients", "signaturs")
                        .property(key, "x")
                        .read()
                        .warnings())
                .containsExactly(KEY
                        + "no key of the configuration is for a Rest Client 'signaturs'; did you mean 'signatures'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signatures", "orders", "com.acme.Signatures"})
    void nameThatIsRight_orLikeNoOther_isNoWarning(String name) {
        assertThat(TestConfig.shop()
                        .with("rest-clients", name)
                        .property("signatures/mp-rest/url", "x")
                        .read()
                        .warnings())
                .isEmpty();
    }

    @Test
    void nameOfAnotherClientThatIsListedToo_isNotSuggested() {
        assertThat(TestConfig.shop()
                        .with("rest-clients", "orders1, orders2")
                        .property("orders1/mp-rest/url", "x")
                        .read()
                        .warnings())
                .isEmpty();
    }
}
