// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of Quarkus and Helidon MP, typed as they stand in a project that was the starter. */
@ExtendWith(Arrival.class)
class FrameworksGuideIT {

    private final Newcomer newcomer;

    FrameworksGuideIT(Newcomer newcomer) {
        this.newcomer = newcomer;
    }

    @ParameterizedTest
    @CsvSource({"quarkus,Listening on,17", "helidon,Server started,21"})
    void page_leadsToTheAnswerThatItSays(String name, String started, int jdk) throws Exception {
        assumeTrue(newcomer.javaVersion() >= jdk, name + " needs Java " + jdk);
        Document page = Document.guide(name);
        Path shop = newcomer.tmp().resolve("frameworks").resolve(name);
        Project.copyTree(newcomer.project().resolve("src/docs/starters").resolve(name), shop);

        new Guide(name + ".md", page, newcomer).leadsTo(Guide.answer(page), shop, shop, started);
    }
}
