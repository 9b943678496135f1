// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code inspect}: shows what a token says, but not the token. */
@Command(
        name = "inspect",
        description =
                "Shows a token's header, claims and remaining life. Shows neither its signature nor claims that hold"
                        + " secrets, and verifies nothing.",
        footerHeading = "%nFor instance:%n",
        footer = "  paybearer token shop-eu | paybearer inspect")
final class InspectCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Parameters(
            arity = "0..1",
            paramLabel = "TOKEN",
            defaultValue = STANDARD_INPUT,
            description =
                    "the token; if it is left out or '-', the token is read from the standard input, where other users"
                            + " of the machine do not see it")
    private String token = STANDARD_INPUT;

    @Mixin
    private final Output output = new Output();

    private final Surroundings surroundings;

    InspectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TokenText text = TokenText.of(given());
        Life life = Life.of(text.claims(), surroundings.clock().instant());
        if (output.json()) {
            output.json(text.members(life));
        } else {
            text.lines(life).forEach(output::line);
        }
        return ExitCode.OK;
    }

    private String given() {
        if (token.equals(STANDARD_INPUT)) {
            return line();
        }
        output.warning("other users of this machine may see command lines; leave the token out, and it is read from the"
                + " standard input");
        return token;
    }

    private String line() {
        if (surroundings.terminal()) {
            output.note("Paste the token and press Enter:");
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        try {
            @Nullable String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
