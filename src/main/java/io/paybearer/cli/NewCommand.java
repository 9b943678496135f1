// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.spi.TokenIssuerProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code new}: writes the configuration of an account. */
@Command(
        name = "new",
        description =
                "Writes the configuration of one account to ACCOUNT.properties: its provider, the keys that the provider"
                        + " requires, and the files that its secrets go into. In a terminal it asks for what no option gives. Existing"
                        + " files are left alone, and no secret is asked for.")
final class NewCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Map<String, TokenIssuerProvider> providers = new TreeMap<>();

    @Option(
            names = {"-a", "--account"},
            paramLabel = "ACCOUNT",
            description = "the account's name: letters, digits, '-' and '_'")
    private Optional<String> account = Optional.empty();

    @Option(
            names = {"-p", "--provider"},
            paramLabel = "PROVIDER",
            description = "paymentsgate, 2checkout, 2checkout-rest, borderless, oauth2 or static")
    private Optional<String> provider = Optional.empty();

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description =
                    "a key of the account without its prefix, such as base-uri=https://api.example.com; may be given again")
    private Map<String, String> keys = new LinkedHashMap<>();

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIRECTORY",
            defaultValue = ".",
            description = "where the file goes; the current directory by default")
    private Path directory = Path.of(".");

    @Option(
            names = "--secrets",
            paramLabel = "DIRECTORY",
            defaultValue = "/run/secrets/paybearer",
            description = "where the secrets will be; /run/secrets/paybearer by default")
    private Path secrets = Path.of("/run/secrets/paybearer");

    @Mixin
    private final Output output = new Output();

    NewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ClassLoader own = OwnClasses.loader(surroundings, NewCommand.class.getClassLoader());
        ServiceLoader.load(TokenIssuerProvider.class, own).forEach(known -> providers.put(known.id(), known));
        Path place = NewFile.directory(directory);
        Questions questions = new Questions(surroundings);
        String name = name(account.or(() -> questions.ask("account")));
        TokenIssuerProvider known = known(provider.or(() -> questions.ask("provider, one of " + providers.keySet())));
        Path file = place.resolve(name + ".properties");
        NewFile.requireAbsent(file);
        AccountDraft draft = filled(new AccountDraft(name, known, secrets), questions);
        new NewFile(Disk.REAL, file, "rw-r--r--").write(draft.text().getBytes(StandardCharsets.UTF_8));
        tell(draft);
        return ExitCode.OK;
    }

    private static String name(Optional<String> given) {
        String name = given.orElseThrow(() -> missing("--account"));
        if (!name.matches("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?")) {
            throw new CliException(
                    ExitCode.USAGE,
                    "--account: a name has letters, digits, '-' and '_', and begins and ends with a letter or digit");
        }
        return name;
    }

    private TokenIssuerProvider known(Optional<String> given) {
        TokenIssuerProvider known = providers.get(given.orElseThrow(() -> missing("--provider")));
        if (known == null) {
            throw new CliException(
                    ExitCode.USAGE, "--provider: there is no such provider; there are " + providers.keySet());
        }
        return known;
    }

    private AccountDraft filled(AccountDraft draft, Questions questions) {
        keys.forEach((leaf, value) -> set(draft, leaf, value));
        for (Optional<String> leaf = draft.missing(); leaf.isPresent(); leaf = draft.missing()) {
            String key = leaf.get();
            draft.put(key, questions.ask(key).orElseThrow(() -> missing("--set " + key + "=…")));
        }
        List<String> problems = draft.problems();
        if (!problems.isEmpty()) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "nothing was written; wrong are "
                            + problems.stream()
                                    .map(problem -> problem.split(":", 2)[0])
                                    .toList() + "; their values are not shown, since one may be a secret");
        }
        return draft;
    }

    private static void set(AccountDraft draft, String leaf, String value) {
        if (draft.secret(leaf)) {
            throw new CliException(
                    ExitCode.USAGE,
                    "--set: other users of this machine may see a secret that is given so; leave it out, and its file is named");
        }
        draft.put(leaf, value);
    }

    private static CliException missing(String what) {
        return new CliException(ExitCode.USAGE, "there is no terminal to ask in; give " + what);
    }

    /** The account's name is not repeated: something else may have been typed in its place. */
    private void tell(AccountDraft draft) {
        if (output.json()) {
            output.json(Map.of("written", true, "secretFiles", draft.files().size()));
            return;
        }
        output.line("The configuration is in the file that is named after the account. Add it to your application's"
                + " microprofile-config.properties.");
        if (!draft.files().isEmpty()) {
            output.line(
                    "Put each secret into its file, readable by your application alone (chmod 600); then see: paybearer check"
                            + " --online --config FILE");
        }
    }
}
