// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which of a process's streams are a terminal.
 *
 * @param in the standard input
 * @param out the standard output
 * @param err the standard error
 */
record Terminal(boolean in, boolean out, boolean err) {

    static final Terminal NONE = new Terminal(false, false, false);
    static final Terminal ALL = new Terminal(true, true, true);

    /** The JDK knows of input and output together. Linux tells of each stream; elsewhere the standard error counts as a file. */
    static Terminal ofProcess() {
        boolean both = isTerminal(System.console());
        return new Terminal(is(0, both), is(1, both), is(2, false));
    }

    /** Whether somebody can be asked. */
    boolean answers() {
        return in && out;
    }

    private static boolean is(int descriptor, boolean otherwise) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            return Files.isSymbolicLink(link) ? terminal(Files.readSymbolicLink(link)) : otherwise;
        } catch (IOException unknown) {
            return otherwise;
        }
    }

    private static boolean terminal(Path device) {
        return device.startsWith("/dev/pts") || device.toString().matches("/dev/(tty.*|console)");
    }

    /** From Java 22 on there may be a console without a terminal; the method {@code isTerminal} of that version tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
