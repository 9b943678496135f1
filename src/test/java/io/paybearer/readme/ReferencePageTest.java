// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables of {@code src/docs/reference.md} have the keys that the code reads. */
class ReferencePageTest {

    private final Document reference = Document.guide("reference");

    @Test
    void keyTables_haveTheKeysThatTheCodeReads_andNoOther() {
        Map<String, String> tables = Map.of(
                "paymentsgate", "### PaymentsGate",
                "2checkout", "### 2Checkout",
                "2checkout-rest", "### 2Checkout's REST API",
                "borderless", "### borderless",
                "oauth2", "### OAuth 2.0",
                "static", "### API keys");
        tables.forEach((provider, title) -> {
            Set<String> documented = new TreeSet<>(reference.keysBelow("### Every account"));
            documented.addAll(reference.keysBelow(title));
            assertThat(documented).as(provider).isEqualTo(Reading.keysReadFor(provider));
        });
        assertThat(tables.keySet()).isEqualTo(Reading.providers().keySet());
        assertThat(reference.keysBelow("## Keys")).isEqualTo(Reading.globalKeys());
    }
}
