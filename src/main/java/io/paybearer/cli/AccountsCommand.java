// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code accounts}: names the accounts, for people, scripts and completion. */
@Command(
        name = "accounts",
        description =
                "Prints the names of the configured accounts, one a line, and does not check whether they can be used.")
final class AccountsCommand implements Callable<Integer> {

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final Output output = new Output();

    private final Surroundings surroundings;

    AccountsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Session session = config.open(surroundings, List.of())) {
            Set<String> names = session.configured();
            if (output.json()) {
                output.json(Map.of("accounts", List.copyOf(names)));
            } else {
                names.forEach(output::line);
            }
            return ExitCode.OK;
        }
    }
}
