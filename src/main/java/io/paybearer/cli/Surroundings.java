// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a command gets from its process.
 *
 * @param clock the wall clock
 * @param in the standard input
 * @param out the standard output
 * @param err the standard error
 * @param terminal whether input and output are a terminal, so that questions and progress may be shown
 */
record Surroundings(InstantSource clock, InputStream in, PrintStream out, PrintStream err, boolean terminal) {

    static Surroundings ofProcess() {
        return new Surroundings(
                InstantSource.system(), System.in, System.out, System.err, isTerminal(System.console()));
    }

    /** Shows the progress of what a command waits for. */
    Progress progress() {
        return new Progress(err, terminal);
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
