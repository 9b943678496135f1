// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name exists. */
class DocumentsTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void testsThatAreNamed_exist() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/test")), Files.walk(Path.of("src/it")))) {
            Set<String> tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            for (String document : List.of("README.md", "SECURITY.md", "CONTRIBUTING.md")) {
                assertThat(TEST.matcher(Files.readString(Path.of(document)))
                                .results()
                                .map(found -> found.group(1)))
                        .as(document)
                        .isNotEmpty()
                        .isSubsetOf(tests);
            }
        }
    }
}
