// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.PaybearerConfigException;
import io.paybearer.account.Account;
import io.paybearer.cli.Finding.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code doctor}: looks at everything on the way from the configuration to the provider. */
@Command(
        name = "doctor",
        description =
                "Checks the configuration, the files of secrets, proxies, names, connections, the certificates of each"
                        + " endpoint and the clock; says for each of them what was found and what to do.",
        footerHeading = "%n",
        footer =
                "Each endpoint gets one HEAD request without a credential. With --online, each account asks for a token, too.")
final class DoctorCommand implements Callable<Integer> {

    /** Which exit code counts if there are several. */
    private static final List<Integer> BY_WEIGHT =
            List.of(ExitCode.CONFIGURATION, ExitCode.REFUSED, ExitCode.UNAVAILABLE, ExitCode.FAILED);

    @Option(names = "--online", description = "also obtain a token for each account")
    private boolean online;

    @Parameters(
            paramLabel = "ACCOUNT",
            description = "an account to look at alone; without a name, all accounts are looked at")
    private List<String> names = List.of();

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final Output output = new Output();

    private final Surroundings surroundings;
    private final List<Finding> findings = new ArrayList<>();
    private int width;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<ConfigFile> files = config.files(surroundings);
        Set<String> broken = new TreeSet<>();
        try (Session session = Session.of(surroundings, files, names)) {
            width = width(session.configured());
            broken.addAll(names.isEmpty() ? session.configured() : names);
            examine(session);
            broken.clear();
        } catch (PaybearerConfigException e) {
            e.problems().forEach(problem -> add(Finding.failed("", "configuration", problem, ExitCode.CONFIGURATION)));
            e.warnings().forEach(warning -> add(Finding.warning("", "configuration", warning)));
        }
        broken.forEach(account -> examineAlone(files, account));
        return result();
    }

    private static int width(Collection<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** An account that can be used by itself has a network, too. What is wrong with the others was said. */
    private void examineAlone(List<ConfigFile> files, String account) {
        try (Session session = Session.of(surroundings, files, List.of(account))) {
            examine(session);
        } catch (PaybearerConfigException wasSaid) {
            // its problems are among those of the whole configuration
        }
    }

    private void examine(Session session) {
        List<Account> accounts = session.application().accounts();
        List<String> warnings = new ArrayList<>(session.warnings());
        for (Account account : accounts) {
            add(Finding.ok(
                    account.name(), "configuration", account.config().provider().id() + " at " + account.baseUri()));
            new SecretFiles(account.config()).look(warnings).forEach(this::add);
            surroundings.progress().during("looking at the network of '" + account.name() + "'", () -> {
                Endpoints.of(account.config(), session, surroundings).look(this::add);
                return "";
            });
            if (online) {
                add(token(account));
            }
        }
        warnings.forEach(warning -> add(Finding.warning("", "configuration", warning)));
    }

    private Finding token(Account account) {
        AccountCheck check = AccountCheck.online(account, surroundings.clock());
        return new Finding(
                check.exitCode() == ExitCode.OK ? Level.OK : Level.FAILED,
                account.name(),
                "token",
                check.finding().replaceFirst("^(ok, |FAILED: )", ""),
                check.exitCode(),
                check.details());
    }

    private void add(Finding finding) {
        findings.add(finding);
        if (!output.json()) {
            output.line(finding.line(width));
        }
    }

    private int result() {
        int problems = count(Level.FAILED);
        int warnings = count(Level.WARNING);
        if (output.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("findings", findings.stream().map(Finding::members).toList());
            members.put("problems", problems);
            members.put("warnings", warnings);
            output.json(members);
        }
        output.summary(problems, warnings);
        Set<Integer> codes =
                new TreeSet<>(findings.stream().map(Finding::exitCode).toList());
        return BY_WEIGHT.stream().filter(codes::contains).findFirst().orElse(ExitCode.OK);
    }

    private int count(Level level) {
        return (int) findings.stream().filter(finding -> finding.is(level)).count();
    }
}
