// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import io.paybearer.config.AccountConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code token}, the only command that prints a token. */
@Command(
        name = "token",
        description = "Prints an account's token, and nothing else, to the standard output.",
        footerHeading = "%nWith curl:%n",
        footer = "  paybearer token shop-eu --headers | curl -H @- https://...")
final class TokenCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "ACCOUNT",
            defaultValue = "",
            description = "the account's name; may be left out if there is only one account")
    private String account = "";

    @Option(names = "--headers", description = "print the headers that calls carry, instead of the token")
    private boolean headers;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final Output output = new Output();

    private final Surroundings surroundings;

    TokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> named = account.isEmpty() ? List.of() : List.of(account);
        try (Session session = config.open(surroundings, named)) {
            Account found = session.application().account(account);
            session.warnings().forEach(output::warning);
            TokenHeaders sent =
                    surroundings.progress().during("waiting for the token of '" + found.name() + "'", found::headers);
            session.warnings().forEach(output::warning);
            print(sent);
            return ExitCode.OK;
        }
    }

    private void print(TokenHeaders sent) {
        if (output.json()) {
            output.json(members(sent));
        } else if (headers) {
            headers(sent).forEach((name, value) -> output.line(name + ": " + value));
        } else {
            output.line(sent.token().value());
        }
    }

    private static Map<String, Object> members(TokenHeaders sent) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("account", sent.account().name());
        members.put("provider", sent.account().config().provider().id());
        members.put("token", sent.token().value());
        members.put("expiresAt", sent.token().expiresAt().toString());
        members.put("headers", headers(sent));
        return members;
    }

    private static Map<String, String> headers(TokenHeaders sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < sent.headers(); i++) {
            headers.put(sent.name(i), sent.value(i));
        }
        for (int i = 0; i < sent.constants().count(); i++) {
            headers.put(sent.constants().name(i), sent.constants().value(i));
        }
        AccountConfig config = sent.account().config();
        config.tenantHeader().ifPresent(header -> config.tenant().ifPresent(tenant -> headers.put(header, tenant)));
        return headers;
    }
}
