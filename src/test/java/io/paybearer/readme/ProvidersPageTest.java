// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code src/docs/providers.md} has the samples of APIs, and says of each what the sample does. */
class ProvidersPageTest {

    private static final Path SAMPLES = Path.of("config-samples/providers");

    /** A row whose API has a sample: the sample's name, the kind, the keys that matter. */
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| \\[[^]]+]\\(../../config-samples/providers/([a-z-]+\\.properties)\\)[^|]* \\| `([a-z0-9]+)` \\| ([^|]*)\\|");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern NUMBER_OF_CELLS = Pattern.compile("(?m)^(\\|[^|\\n]*){5}\\|$");

    private final String page = Document.guide("providers").text();

    @Test
    void table_hasEverySample_once() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<String> samples =
                    files.map(file -> file.getFileName().toString()).toList();

            assertThat(rows().map(row -> row.group(1)).toList()).containsExactlyInAnyOrderElementsOf(samples);
        }
    }

    @Test
    void rows_sayWhatTheSamplesDo() throws IOException {
        for (MatchResult row : rows().toList()) {
            String sample = Files.readString(SAMPLES.resolve(row.group(1)));

            assertThat(sample).contains(".provider=" + row.group(2) + "\n");
            assertThat(quoted(row.group(3)))
                    .as(row.group(1))
                    .allSatisfy(key -> assertThat(sample).contains("." + key));
        }
    }

    @Test
    void rows_haveAllCells() {
        long lines = page.lines().filter(line -> line.startsWith("|")).count();

        assertThat(NUMBER_OF_CELLS.matcher(page).results()).hasSize((int) lines);
    }

    /** Each of the two examples is five lines, and says what the sample of its API says. */
    @Test
    void readme_hasAnExampleOfEachGeneralProvider() throws IOException {
        String examples = Document.readme().account("oauth2");
        for (String sample : List.of("paypal", "stripe")) {
            String text = Files.readString(SAMPLES.resolve(sample + ".properties"));
            List<String> lines = examples.lines()
                    .filter(line -> line.startsWith("paybearer.account." + sample + "."))
                    .toList();

            assertThat(lines)
                    .hasSize(5)
                    .allSatisfy(
                            line -> assertThat(text.lines()).contains(line.replace("secrets/", "secrets/paybearer/")));
        }
    }

    private Stream<MatchResult> rows() {
        return ROW.matcher(page).results();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
