// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RestClientMentionTest {

    private static boolean mentions(TestConfig config, String... names) {
        return new CurrentConfig(config.config()).mentionsRestClient(Set.of(names));
    }

    @Test
    void client_listedForAnAccount_isMentioned() {
        TestConfig config = TestConfig.shop().with("rest-clients", "signatures, com.acme.Api");

        assertThat(mentions(config, "signatures", "com.acme.Signatures")).isTrue();
        assertThat(mentions(config, "com.acme.Api")).isTrue();
        assertThat(mentions(config, "com.acme.Other")).isFalse();
    }

    @Test
    void client_listedInTheEnvironment_isMentioned() {
        TestConfig listed = TestConfig.empty()
                .variable("PAYBEARER_ACCOUNTS", "shop-eu")
                .variable("PAYBEARER_ACCOUNT_SHOP_EU_REST_CLIENTS", "signatures");
        TestConfig found = TestConfig.shop().variable("PAYBEARER_ACCOUNT_SHOP_REST_CLIENTS", "signatures");

        assertThat(mentions(listed, "signatures")).isTrue();
        assertThat(mentions(found, "signatures")).isTrue();
    }

    @Test
    void client_listedWhereOtherKeysAreWrong_isMentionedAllTheSame() {
        TestConfig config = TestConfig.empty()
                .with("provider", "${UNDEFINED}")
                .with("rest-clients", "signatures")
                .key("b d", "rest-clients", "other");

        assertThat(mentions(config, "signatures")).isTrue();
        assertThat(mentions(config, "other")).isTrue();
        assertThat(mentions(config, "unrelated")).isFalse();
    }

    @Test
    void client_whereTheListCannotBeRead_isTakenForMentioned() {
        assertThat(mentions(TestConfig.shop().with("rest-clients", "${UNDEFINED}"), "signatures"))
                .isTrue();
        assertThat(mentions(TestConfig.shop().with("rest-clients", "${x::y}"), "signatures"))
                .isTrue();
    }

    @Test
    void client_whereNothingIsConfigured_isNotMentioned() {
        assertThat(mentions(TestConfig.empty(), "signatures")).isFalse();
    }
}
