// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document of the project: its code blocks, its tables of keys and its titles. */
record Document(Path file, String text) {

    private static final Path GUIDES = Path.of("src/docs");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `([a-z.-]+(?:<[A-Za-z]+>)?)` \\|");

    static Document readme() {
        return read(Path.of("README.md"));
    }

    /** A page below {@code src/docs}. */
    static Document guide(String name) {
        return read(GUIDES.resolve(name + ".md"));
    }

    static List<Document> guides() throws IOException {
        try (Stream<Path> files = Files.list(GUIDES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::read)
                    .toList();
        }
    }

    /** The guides, and the documents that lie in the project's folder. */
    static List<Document> all() throws IOException {
        List<Document> all = new ArrayList<>(guides());
        for (String name : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")) {
            all.add(read(Path.of(name)));
        }
        return all;
    }

    private static Document read(Path file) {
        try {
            return new Document(file, Files.readString(file));
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

    /** The only block that contains a text. */
    String block(String language, String part) {
        List<String> found =
                blocks(language).stream().filter(block -> block.contains(part)).toList();
        if (found.size() != 1) {
            throw new NoSuchElementException(found.size() + " blocks of " + language + " contain " + part);
        }
        return found.get(0);
    }

    /** What stands between a title and the next title of the same or a higher level. */
    Document below(String title) {
        int start = text.indexOf("\n" + title + "\n");
        if (start < 0) {
            throw new NoSuchElementException(file + " has no title " + title);
        }
        String rest = text.substring(start + title.length() + 2);
        return new Document(file, rest.split("\\n#{1," + title.indexOf(' ') + "} ", 2)[0]);
    }

    /** The first block of configuration that has an account of a provider. */
    String account(String provider) {
        return blocks("properties").stream()
                .filter(snippet -> snippet.contains(".provider=" + provider))
                .findFirst()
                .orElseThrow();
    }

    /** The keys in the table below a title. */
    Set<String> keysBelow(String title) {
        String rest = text.substring(text.indexOf("\n" + title + "\n") + title.length() + 2);
        String section = rest.split("\n#", 2)[0];
        return KEY_ROW.matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The places in it that a link can lead to. */
    List<String> anchors() {
        return text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
