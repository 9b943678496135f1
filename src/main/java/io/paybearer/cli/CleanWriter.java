// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * A writer through which everything goes that a command prints. It writes the characters that a terminal shows as they are. The
 * others, such as an escape or an override of the writing direction, it writes as JSON does, for instance {@code \u001b}: they do
 * not command the terminal, and a text in JSON still means the same. It fails where the stream does, so that a command knows.
 */
final class CleanWriter extends Writer {

    private final PrintStream out;
    private final Colours colours;

    private CleanWriter(PrintStream out, Colours colours) {
        this.out = out;
        this.colours = colours;
    }

    static PrintWriter to(PrintStream out, Colours colours) {
        return new PrintWriter(new CleanWriter(out, colours), true);
    }

    /** A text that stays on one line of its own, whatever is in it. */
    static String line(String text) {
        return clean(text, "\t");
    }

    private static String clean(String text, String allowed) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (shown((char) c) || allowed.indexOf(c) >= 0) {
                clean.append((char) c);
            } else {
                clean.append("\\u%04x".formatted(c));
            }
        });
        return clean.toString();
    }

    private static boolean shown(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** A carriage return would let a line overwrite itself. Terminals do not need it at the end of a line. */
    @Override
    public void write(char[] text, int from, int length) throws IOException {
        out.print(colours.of(clean(new String(text, from, length).replace("\r", ""), "\t\n")));
        flush();
    }

    @Override
    public void flush() throws IOException {
        if (out.checkError()) {
            throw new IOException("the stream takes no more");
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
