// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A guide in {@code src/docs}: its code blocks. */
record Guide(String name, String text) {

    private static final Path FOLDER = Path.of("src/docs");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    static Guide of(String name) throws IOException {
        return new Guide(name, Files.readString(FOLDER.resolve(name + ".md")));
    }

    static List<Guide> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> read(file.substring(0, file.length() - ".md".length())))
                    .toList();
        }
    }

    private static Guide read(String name) {
        try {
            return of(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }
}
