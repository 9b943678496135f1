// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of commands that need the configuration. */
final class ConfigOptions {

    /** Names of the standard input. The last ones cannot be opened where the standard input is a socket. */
    private static final Set<String> STANDARD_INPUT = Set.of("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "a file of properties, such as your application's microprofile-config.properties, or - for the standard"
                            + " input; of several files a later one wins; without this option, the file that the environment"
                            + " variable " + Variables.CONFIG + " names")
    private Path[] files = {};

    /**
     * Reads the files.
     *
     * @param accounts the accounts that the command is about; none means all that are configured
     */
    Session open(Surroundings surroundings, List<String> accounts) {
        return Session.of(surroundings, files(surroundings), accounts);
    }

    /** What is in the files. A pipe can be read once. */
    List<ConfigFile> files(Surroundings surroundings) {
        Optional<String> usual = surroundings.variable(Variables.CONFIG);
        if (files.length == 0 && usual.isPresent()) {
            return List.of(file(usual.get(), 0, surroundings)
                    .orElseThrow(() -> missing(Variables.CONFIG + ": there is no file of that name")));
        }
        List<ConfigFile> read = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            int number = i + 1;
            read.add(file(files[i].toString(), i, surroundings)
                    .orElseThrow(() ->
                            missing("--config: there is no file of the name that was given as number " + number)));
        }
        return read;
    }

    private static CliException missing(String what) {
        return new CliException(ExitCode.CONFIGURATION, what + "; the name is not shown, since it may be a secret");
    }

    /** What is in a file, a pipe or the standard input; empty if there is nothing of that name. */
    private static Optional<ConfigFile> file(String name, int rank, Surroundings surroundings) {
        if (STANDARD_INPUT.contains(name)) {
            return Optional.of(ConfigFile.read("the standard input", rank, surroundings.in()));
        }
        try {
            Path path = Path.of(name);
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            if (Files.isDirectory(path)) {
                throw ConfigFile.unusable(name, "is a directory");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return Optional.of(ConfigFile.read(name, rank, in));
            }
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        } catch (IOException e) {
            throw ConfigFile.unreadable(name, e);
        }
    }
}
