// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The README's code blocks and key tables. */
final class Readme {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|");

    private static final String TEXT = text();

    private Readme() {}

    static List<String> blocks(String language) {
        return BLOCK.matcher(TEXT)
                .results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }

    static Set<String> keysBelow(String title) {
        String rest = TEXT.substring(TEXT.indexOf("\n" + title + "\n") + title.length() + 2);
        String section = rest.split("\n#", 2)[0];
        return KEY_ROW.matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String paymentsGate() {
        return blocks("properties").stream()
                .filter(snippet -> snippet.contains("provider=paymentsgate"))
                .findFirst()
                .orElseThrow();
    }

    /** A snippet without an account is meant to stand beside the first one. */
    static String completed(String snippet) {
        return snippet.contains(".provider=") ? snippet : blocks("properties").get(0) + snippet;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
