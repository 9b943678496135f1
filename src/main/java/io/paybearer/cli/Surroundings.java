// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What a command gets from its process.
 *
 * @param clock the wall clock
 * @param in the standard input
 * @param out the standard output
 * @param err the standard error
 * @param environment the environment variables
 * @param terminal which of the streams are a terminal
 */
record Surroundings(
        InstantSource clock,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Terminal terminal) {

    /** Environment variables may hold secrets. */
    @Override
    public String toString() {
        return "Surroundings[" + terminal + "]";
    }

    static Surroundings ofProcess() {
        return new Surroundings(
                InstantSource.system(), System.in, System.out, System.err, System.getenv(), Terminal.ofProcess());
    }

    /** An environment variable; empty if it is missing or blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    /** Shows the progress of what a command waits for. */
    Progress progress() {
        return new Progress(err, terminal.err());
    }

    /** The colours of the standard output. */
    Colours outColours() {
        return colours(terminal.out());
    }

    /** The colours of the standard error. */
    Colours errColours() {
        return colours(terminal.err());
    }

    /** See https://no-color.org: {@code NO_COLOR} with any text but the empty one turns colours off. */
    private Colours colours(boolean seen) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return seen && wanted ? Colours.ON : Colours.OFF;
    }
}
