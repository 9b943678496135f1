// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.account.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code check}: says whether a configuration can be used. */
@Command(
        name = "check",
        description = "Reads the configuration as an application does, and says everything that is wrong with it.",
        footerHeading = "%n",
        footer =
                "With --online the exit code is 4 if a provider refuses credentials, otherwise 5 if a token cannot be obtained.")
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--online", description = "also obtain a token for each account")
    private boolean online;

    @Parameters(
            paramLabel = "ACCOUNT",
            description = "an account to check alone; without a name, all accounts are checked")
    private List<String> names = List.of();

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final Output output = new Output();

    private final Surroundings surroundings;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Session session = config.open(surroundings, names)) {
            return check(session);
        }
    }

    private int check(Session session) {
        List<Account> accounts = session.application().accounts();
        AccountLines lines = AccountLines.of(accounts);
        Progress progress = surroundings.progress();
        List<AccountCheck> checks = new ArrayList<>();
        for (Account account : accounts) {
            AccountCheck check = online
                    ? progress.during(
                            "asking for a token of '" + account.name() + "'",
                            () -> AccountCheck.online(account, surroundings.clock()))
                    : AccountCheck.offline(account);
            checks.add(check);
            if (!output.json()) {
                output.line(lines.line(check));
            }
        }
        List<String> warnings = session.warnings();
        warnings.forEach(output::warning);
        if (output.json()) {
            output.json(members(checks, warnings));
        }
        output.summary(
                (int) checks.stream()
                        .filter(check -> check.exitCode() != ExitCode.OK)
                        .count(),
                warnings.size());
        return checks.stream().anyMatch(check -> check.exitCode() == ExitCode.REFUSED)
                ? ExitCode.REFUSED
                : checks.stream().mapToInt(AccountCheck::exitCode).max().orElse(ExitCode.OK);
    }

    private static Map<String, Object> members(List<AccountCheck> checks, List<String> warnings) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("accounts", checks.stream().map(AccountCheck::members).toList());
        members.put("warnings", warnings);
        return members;
    }
}
