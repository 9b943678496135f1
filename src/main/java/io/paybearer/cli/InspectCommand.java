// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code inspect}: shows what a token says, but not the token. */
@Command(
        name = "inspect",
        description =
                "Shows a token's header, claims and remaining life, but not its signature. Shows the values of well-known"
                        + " claims alone. Verifies nothing.",
        footerHeading = "%nFor instance:%n",
        footer = "  paybearer token shop-eu | paybearer inspect")
final class InspectCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    /** Nothing longer goes into a header, so nothing longer is read. */
    private static final int LONGEST = 64 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "TOKEN",
            defaultValue = STANDARD_INPUT,
            description =
                    "the token; if it is left out or '-', the token is read from the standard input, where other users"
                            + " of the machine do not see it")
    private String token = STANDARD_INPUT;

    @Option(
            names = "--all",
            description = "show the values of the other claims too, unless their names say that they hold a secret")
    private boolean all;

    @Mixin
    private final Output output = new Output();

    private final Surroundings surroundings;

    InspectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TokenText token = TokenText.of(given());
        Life life = Life.of(token.claims(), surroundings.clock().instant());
        TokenText text = token.shown(new ShownClaims(all));
        if (output.json()) {
            output.json(text.members(life));
        } else {
            text.lines(life).forEach(output::line);
            if (text.hides() && !all) {
                output.note("Only " + ShownClaims.names() + " are shown with their values; --all shows more.");
            }
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
        if (surroundings.terminal().answers()) {
            output.note("Paste the token and press Enter:");
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        try {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0 && c != '\n' && line.length() < LONGEST; c = reader.read()) {
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
