// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** For each test that SECURITY.md names, a line of the code is known without which the test fails. */
class PromisesTest {

    private static final Path CODE = Path.of("src/main/java/io/paybearer");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (?:`([^`]+)` \\| `([^`]+)` \\| (.+)|[^`].*) \\|$");

    @Test
    void everyTestOfAPromise_hasARow() throws IOException {
        Set<String> named = DocumentsTest.named(Files.readString(Path.of("SECURITY.md")));

        assertThat(named).isNotEmpty();
        assertThat(rows().stream().map(row -> row.group(1)).toList()).containsAll(named);
    }

    @Test
    void everyRow_fitsTheCode() throws IOException {
        List<MatchResult> rows =
                rows().stream().filter(row -> row.group(2) != null).toList();

        assertThat(rows).isNotEmpty();
        for (MatchResult row : rows) {
            String code = Files.readString(CODE.resolve(row.group(2)));
            assertThat(code.split(Pattern.quote(row.group(3)), -1))
                    .as("%s: %s", row.group(1), row.group(3))
                    .hasSize(2);
            assertThat(row.group(4)).isNotEqualTo("`" + row.group(3) + "`");
        }
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("src/docs/promises.md")))
                .results()
                .toList();
    }
}
