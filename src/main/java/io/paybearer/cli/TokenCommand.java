// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.account.Account;
import io.paybearer.account.Credential;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a token; the only command that does. */
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
            description = "the account's name; may be left out if there is one account only")
    private String account = "";

    @Option(names = "--headers", description = "print the headers that calls carry, in place of the token alone")
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
        try (Session session = config.open()) {
            Account found = session.application().account(account);
            session.warnings().forEach(output::warning);
            Credential credential = new Progress(output.err(), surroundings.terminal())
                    .during("waiting for the token of '" + found.name() + "'", found::credential);
            session.warnings().forEach(output::warning);
            print(credential);
            return ExitCode.OK;
        }
    }

    private void print(Credential credential) {
        if (output.json()) {
            output.json(members(credential));
        } else if (headers) {
            headers(credential).forEach((name, value) -> output.line(name + ": " + value));
        } else {
            output.line(credential.token().value());
        }
    }

    private static Map<String, Object> members(Credential credential) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("account", credential.account().name());
        members.put("provider", credential.account().config().provider().id());
        members.put("token", credential.token().value());
        members.put("expiresAt", credential.token().expiresAt().toString());
        members.put("headers", headers(credential));
        return members;
    }

    private static Map<String, String> headers(Credential credential) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < credential.headers(); i++) {
            headers.put(credential.name(i), credential.value(i));
        }
        credential.account().config().clientId().ifPresent(id -> headers.put("Client-Id", id));
        return headers;
    }
}
