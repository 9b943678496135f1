// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks somebody in a terminal. Without a terminal nobody answers. Used by one thread. */
final class Questions {

    private final @Nullable BufferedReader answers;
    private final PrintStream err;

    Questions(Surroundings surroundings) {
        this.err = surroundings.err();
        this.answers = surroundings.terminal().answers()
                ? new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
                : null;
    }

    /** The answer, until there is one that is not blank; empty if nobody answers. */
    Optional<String> ask(String what) {
        if (answers == null) {
            return Optional.empty();
        }
        try {
            String answer = "";
            while (answer != null && answer.isBlank()) {
                err.print(what + ": ");
                err.flush();
                answer = answers.readLine();
            }
            return Optional.ofNullable(answer).map(String::strip);
        } catch (IOException nobodyIsThere) {
            return Optional.empty();
        }
    }
}
