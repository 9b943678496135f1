// SPDX-License-Identifier: Apache-2.0
package io.paybearer.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * A document, or a part of one, as its reader types it.
 *
 * @param text its Markdown
 */
record Page(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    /** A document of the project, by its path from the project's folder. */
    static Page of(String path) throws IOException {
        return new Page(Files.readString(Project.FOLDER.resolve(path)));
    }

    /** What stands between a title and the next title of the same or a higher level. */
    Page below(String title) {
        int start = text.indexOf("\n" + title + "\n");
        if (start < 0) {
            throw new NoSuchElementException("no title " + title);
        }
        String rest = text.substring(start + title.length() + 2);
        int level = title.indexOf(' ');
        return new Page(rest.split("\\n#{1," + level + "} ", 2)[0]);
    }

    /** Its code blocks in one language. */
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
}
