// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.PaybearerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java compiles, its configurations can be loaded, and its tables have the keys that the code reads. */
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void javaSnippets_compile() throws IOException {
        List<String> snippets = Readme.blocks("java");

        assertThat(snippets).hasSizeGreaterThan(8);
        assertThat(new JavaSnippets(snippets).compiled(folder)).isEmpty();
    }

    @Test
    void javaSnippet_withAMistake_doesNotCompile() throws IOException {
        String mistaken = "io.paybearer.AccessTokens.fromConfig().fetch(\"shop-eu\");";

        assertThat(new JavaSnippets(List.of(mistaken)).compiled(folder)).contains("fetch");
    }

    @Test
    void propertiesSnippets_areReadWithoutProblemsAndWarnings() {
        assertThat(Readme.blocks("properties"))
                .hasSizeGreaterThan(6)
                .allSatisfy(snippet -> assertThat(Snippet.ofProperties(Readme.completed(snippet))
                                .readAsProperties()
                                .warnings())
                        .as(snippet)
                        .isEmpty());
    }

    @Test
    void propertiesSnippet_withAMisspeltKey_isWarnedOf() {
        String misspelt = "paybearer.account.shop-eu.rest-client=signatures\n";

        assertThat(Snippet.ofProperties(Readme.completed(misspelt))
                        .readAsProperties()
                        .warnings())
                .singleElement()
                .asString()
                .contains("paybearer.account.shop-eu.rest-clients");
    }

    @Test
    void environmentSnippet_isReadWithoutProblemsAndWarnings() {
        PaybearerConfig config =
                Snippet.ofShell(String.join("", Readme.blocks("sh"))).readAsVariables();

        assertThat(config.accounts())
                .singleElement()
                .satisfies(account -> assertThat(account.name()).isEqualTo("shop-eu"));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void keyTables_haveTheKeysThatTheCodeReads_andNoOther() {
        Map<String, String> tables = Map.of(
                "paymentsgate", "### PaymentsGate", "2checkout", "### 2Checkout", "borderless", "### borderless");
        tables.forEach((provider, title) -> {
            Set<String> documented = new TreeSet<>(Readme.keysBelow("### Every account"));
            documented.addAll(Readme.keysBelow(title));
            assertThat(documented).as(provider).isEqualTo(Reading.keysReadFor(provider));
        });
        assertThat(tables.keySet()).isEqualTo(Reading.providers().keySet());
        assertThat(Readme.keysBelow("## Keys")).isEqualTo(Reading.globalKeys());
    }
}
