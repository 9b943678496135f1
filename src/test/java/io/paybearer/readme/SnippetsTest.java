// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.PaybearerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of README and guides compiles, and their configurations can be loaded. */
class SnippetsTest {

    @TempDir
    private Path folder;

    /** Of README and guides; but for the guide whose example is a class of the tests. */
    private static List<String> snippets(String language) throws IOException {
        List<String> snippets = new ArrayList<>(Document.readme().blocks(language));
        for (Document guide : Document.guides()) {
            if (!guide.file().endsWith("adding-a-provider.md")) {
                snippets.addAll(guide.blocks(language));
            }
        }
        return snippets;
    }

    @Test
    void javaSnippets_compile() throws IOException {
        List<String> snippets = snippets("java");

        assertThat(snippets).hasSizeGreaterThan(18);
        assertThat(new JavaSnippets(snippets).compiled(folder)).isEmpty();
    }

    @Test
    void javaSnippet_withAMistake_doesNotCompile() throws IOException {
        String mistaken = "io.paybearer.AccessTokens.fromConfig().fetch(\"shop-eu\");";

        assertThat(new JavaSnippets(List.of(mistaken)).compiled(folder)).contains("fetch");
    }

    /** A snippet without an account is meant to stand beside the README's first one. */
    private static String completed(String snippet) {
        return snippet.contains(".provider=") ? snippet : Document.readme().account("2checkout") + snippet;
    }

    @Test
    void propertiesSnippets_areReadWithoutProblemsAndWarnings() throws IOException {
        assertThat(snippets("properties"))
                .hasSizeGreaterThan(13)
                .allSatisfy(snippet -> assertThat(Snippet.ofProperties(completed(snippet))
                                .readAsProperties()
                                .warnings())
                        .as(snippet)
                        .isEmpty());
    }

    @Test
    void propertiesSnippet_withAMisspeltKey_isWarnedOf() {
        String misspelt = "paybearer.account.shop-eu.rest-client=signatures\n";

        assertThat(Snippet.ofProperties(completed(misspelt)).readAsProperties().warnings())
                .singleElement()
                .asString()
                .contains("paybearer.account.shop-eu.rest-clients");
    }

    @Test
    void environmentSnippet_isReadWithoutProblemsAndWarnings() {
        PaybearerConfig config = Snippet.ofShell(
                        String.join("", Document.guide("secrets").blocks("sh")))
                .readAsVariables();

        assertThat(config.accounts())
                .singleElement()
                .satisfies(account -> assertThat(account.name()).isEqualTo("shop-eu"));
        assertThat(config.warnings()).isEmpty();
    }
}
