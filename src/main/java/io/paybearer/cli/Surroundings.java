// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.Console;
import java.io.InputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around itself.
 *
 * @param clock the wall clock
 * @param in the standard input
 * @param terminal whether a person sits at both ends, so that questions and progress may be shown
 */
record Surroundings(InstantSource clock, InputStream in, boolean terminal) {

    static Surroundings ofProcess() {
        return new Surroundings(InstantSource.system(), System.in, isTerminal(System.console()));
    }

    /** From Java 22 on there is a console without a terminal too, and a method that tells. */
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
