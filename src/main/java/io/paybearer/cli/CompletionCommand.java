// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code generate-completion}: what picocli completes, and the names of accounts. */
@Command(
        name = "generate-completion",
        description = "Prints completion of commands, options and account names, for bash and zsh.",
        footerHeading = "%nTo be used in a shell, or in its start-up file:%n",
        footer = "  source <(paybearer generate-completion)")
final class CompletionCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        CommandLine paybearer =
                Objects.requireNonNull(command, "a command").root().commandLine();
        PrintWriter out = paybearer.getOut();
        out.println(AutoComplete.bash("paybearer", paybearer));
        out.println("_paybearer_commands='"
                + String.join(" ", paybearer.getSubcommands().keySet()) + "'");
        out.print(ofAccounts());
    }

    private static String ofAccounts() {
        try (InputStream script =
                Objects.requireNonNull(CompletionCommand.class.getResourceAsStream("completion.sh"), "completion.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
