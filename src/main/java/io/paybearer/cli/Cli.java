// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;

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

    private Cli() {}

    static CommandLine of(Surroundings surroundings) {
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(new TokenCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new InspectCommand(surroundings))
                .addSubcommand(new NewCommand(surroundings))
                .addSubcommand(new KeygenCommand())
                .addSubcommand(new SandboxCommand())
                .addSubcommand(new GenerateCompletion());
        describe(line);
        line.getSubcommands().values().forEach(Cli::describe);
        return line.setExecutionExceptionHandler(Failures::execution)
                .setParameterExceptionHandler(Mistakes::report)
                .setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setOut(CleanWriter.to(surroundings.out()))
                .setErr(CleanWriter.to(surroundings.err()));
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
        throw new CliException(ExitCode.USAGE, "a command is missing; see: paybearer --help");
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
