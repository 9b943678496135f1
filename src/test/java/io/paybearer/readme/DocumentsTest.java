// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name exists, and their links lead somewhere. */
class DocumentsTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Properties))`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]*)(?:#([^)]+))?\\)");
    private static final int MOST_LINES = 340;

    @Test
    void testsThatAreNamed_exist() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());

            assertThat(Document.all())
                    .allSatisfy(document -> assertThat(named(document.text())).isSubsetOf(tests));
        }
        assertThat(Stream.of("SECURITY.md", "CONTRIBUTING.md", "src/docs/servers.md", "src/docs/reference.md"))
                .allSatisfy(file ->
                        assertThat(named(Files.readString(Path.of(file)))).isNotEmpty());
    }

    static Set<String> named(String text) {
        return TEST.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void links_leadSomewhere() throws IOException {
        for (Document document : Document.all()) {
            LINK.matcher(document.text()).results().forEach(link -> {
                Path target = link.group(1).isEmpty()
                        ? document.file()
                        : document.file().resolveSibling(link.group(1)).normalize();
                assertThat(target).as(document.toString()).exists();
                if (link.group(2) != null) {
                    assertThat(new Document(target, read(target)).anchors())
                            .as(document + ": " + target)
                            .contains(link.group(2));
                }
            });
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readme_linksEveryGuide_andIsShort() throws IOException {
        Document readme = Document.readme();

        assertThat(Document.guides())
                .allSatisfy(guide -> assertThat(readme.text()).contains("(" + guide.file() + ")"));
        assertThat(readme.text().lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }
}
