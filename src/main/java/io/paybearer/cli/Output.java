// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command prints: results to the standard output, everything else to the standard error. */
final class Output {

    static final String JSON = "--json";

    @Option(names = JSON, description = "print the result as JSON, for scripts")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    boolean json() {
        return json;
    }

    /** Prints a line of the result. */
    void line(String text) {
        out().println(CleanWriter.line(text));
    }

    void json(Map<String, ?> members) {
        line(Json.text(members));
    }

    /** Tells people something besides the result; prints nothing with {@code --json}. */
    void note(String text) {
        if (!json) {
            err().println(CleanWriter.line(text));
        }
    }

    void warning(String text) {
        note("warning: " + text);
    }

    /** Tells people how much was found, if anything was: {@code 1 problem, 4 warnings}. */
    void summary(int problems, int warnings) {
        if (problems + warnings > 0) {
            note(Count.of(problems, warnings));
        }
    }

    /** Whether nobody gets the results any more: the device is full, or the reader of a pipe has ended. */
    boolean lost() {
        return out().checkError();
    }

    private PrintWriter err() {
        return command().commandLine().getErr();
    }

    private PrintWriter out() {
        return command().commandLine().getOut();
    }

    private CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("used outside a command");
        }
        return command;
    }
}
