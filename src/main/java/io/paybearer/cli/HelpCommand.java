// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.config.Nearest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code help}. Unlike picocli's, it does not repeat what was typed, since that may be a secret. */
@Command(name = "help", description = "Explains paybearer, or one of its commands.")
final class HelpCommand implements Runnable {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", defaultValue = "", description = "the command")
    private String command = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine paybearer = Objects.requireNonNull(spec, "a command").root().commandLine();
        Map<String, CommandLine> commands = paybearer.getSubcommands();
        @Nullable CommandLine meant = command.isEmpty() ? paybearer : commands.get(command);
        if (meant == null) {
            throw new CliException(
                    ExitCode.USAGE,
                    "there is no such command; "
                            + Nearest.to(command, commands.keySet())
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse("there are " + commands.keySet()));
        }
        meant.usage(paybearer.getOut());
    }
}
