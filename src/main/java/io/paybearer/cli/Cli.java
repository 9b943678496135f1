// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

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
                .addSubcommand(new DoctorCommand(surroundings))
                .addSubcommand(new InspectCommand(surroundings))
                .addSubcommand(new NewCommand(surroundings))
                .addSubcommand(new KeygenCommand())
                .addSubcommand(new SandboxCommand())
                .addSubcommand(new AccountsCommand(surroundings))
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new HelpCommand());
        describe(line);
        line.getSubcommands().values().forEach(Cli::describe);
        return line.setExecutionStrategy(all -> executed(line, all))
                .setExecutionExceptionHandler(Failures::execution)
                .setParameterExceptionHandler(Mistakes::report)
                .setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setOut(CleanWriter.to(surroundings.out(), surroundings.outColours()))
                .setErr(CleanWriter.to(surroundings.err(), surroundings.errColours()));
    }

    /** What a command has printed may not have arrived: on a full device, or behind a pipe whose reader has ended. */
    private static int executed(CommandLine line, ParseResult all) {
        int exitCode = new RunLast().execute(all);
        boolean outIsLost = line.getOut().checkError();
        boolean errIsLost = line.getErr().checkError();
        if (exitCode != ExitCode.OK || !(outIsLost || errIsLost)) {
            return exitCode;
        }
        line.getErr().println("error: not everything could be printed: the device is full, or its reader has ended");
        return ExitCode.FAILED;
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
