// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The start of the command {@code paybearer}. */
public final class Main {

    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.OFF);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> System.err.println("error: " + Failures.unexpected(failure)));
        System.exit(Cli.of(Surroundings.ofProcess()).execute(arguments));
    }
}
