// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.Configured;
import io.paybearer.harness.LogLines;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of an interface under {@code rest-clients} that the application does not have. */
class RestClientTypesTest {

    private static List<String> said(String names) {
        Configured shop = Configured.account("shop")
                .with("provider", "static")
                .with("base-uri", "https://api.example")
                .with("secret", "word")
                .with("rest-clients", names);
        try (LogLines log = LogLines.of("io.paybearer.config")) {
            RestClientTypes.warnOfMissing(shop.read(InstantSource.system()).accounts());
            return log.lines();
        }
    }

    @Test
    void interfaceThatThereIsNot_isAWarning() {
        assertThat(said("com.acme.Missing"))
                .containsExactly(
                        "paybearer.account.shop.rest-clients: there is no class com.acme.Missing; name a Rest Client by"
                                + " its interface or by its configKey");
    }

    /** A configKey may have dots, and a Rest Client of another application may have any name without them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.paybearer.account.RestClientTypesTest",
                "java.util.Map$Entry",
                "orders",
                "Orders",
                "orders.v2",
                "com.acme.",
                "Ünïcode.ünï"
            })
    void nameThatMayBeRight_isNoWarning(String name) {
        assertThat(said(name)).isEmpty();
    }
}
