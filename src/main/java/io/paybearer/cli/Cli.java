// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code paybearer} with its subcommands. */
@Command(
        name = "paybearer",
        versionProvider = Cli.Version.class,
        description = "Tokens of payment providers, for people and scripts.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer = {
            "The configuration is the library's: the same keys, from files (--config), from environment variables, which win"
                    + " over files, and from system properties, which win over both. Secrets belong into files that keys"
                    + " such as secret-word-file name."
        })
final class Cli implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Cli() {}

    static CommandLine of(Surroundings surroundings) {
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(new TokenCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new InspectCommand(surroundings))
                .addSubcommand(new KeygenCommand())
                .addSubcommand(new SandboxCommand())
                .addSubcommand(new GenerateCompletion());
        describe(line);
        line.getSubcommands().values().forEach(Cli::describe);
        return line.setExecutionExceptionHandler(Failures::execution).setParameterExceptionHandler(Failures::usage);
    }

    private static void describe(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getCommandSpec()
                .usageMessage()
                .autoWidth(true)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(UsageMessageSpec.keyValuesMap(ExitCode.TEXTS));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
    }

    /** The version from the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"paybearer " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
