// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import io.paybearer.sandbox.SandboxAccount;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code sandbox}: runs the stand-ins of the providers until it is interrupted. */
@Command(
        name = "sandbox",
        description =
                "Runs stand-ins of PaymentsGate, 2Checkout, borderless, an OAuth 2.0 server and an API with keys on this"
                        + " machine until Ctrl-C. Prints the keys of"
                        + " made-up accounts that they know, and then what they receive, one line for each request.")
final class SandboxCommand implements Callable<Integer> {

    private static final Map<SandboxAccount, String> ACCOUNTS = new EnumMap<>(Map.ofEntries(
            Map.entry(SandboxAccount.PAYMENTSGATE, "gate"),
            Map.entry(SandboxAccount.TWO_CHECKOUT, "shop-eu"),
            Map.entry(SandboxAccount.BORDERLESS, "payouts"),
            Map.entry(SandboxAccount.BORDERLESS_PARTNER, "partner"),
            Map.entry(SandboxAccount.TWO_CHECKOUT_REST, "orders"),
            Map.entry(SandboxAccount.OAUTH2, "oauth"),
            Map.entry(SandboxAccount.OAUTH2_SIGNED, "oauth-signed"),
            Map.entry(SandboxAccount.OAUTH2_REFRESH, "oauth-refresh"),
            Map.entry(SandboxAccount.STATIC_BEARER, "key"),
            Map.entry(SandboxAccount.STATIC_BASIC, "key-basic"),
            Map.entry(SandboxAccount.STATIC_API_KEY, "key-alone")));

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "18080",
            description = "the port of the loopback address; ${DEFAULT-VALUE} by default, 0 for a free one")
    private int port;

    @Mixin
    private final Output output = new Output();

    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() {
        try (PaymentSandbox sandbox = start()) {
            ACCOUNTS.keySet().forEach(account -> account.register(sandbox));
            sandbox.forward(this::received).servePage(ACCOUNTS);
            introduce(sandbox);
            ended.await();
            return ExitCode.OK;
        } catch (InterruptedException ended) {
            return ExitCode.OK;
        }
    }

    private PaymentSandbox start() {
        if (port < 0 || port > 65_535) {
            throw new CliException(ExitCode.USAGE, "--port: a port is a number from 0 to 65535");
        }
        try {
            return PaymentSandbox.start(port);
        } catch (UncheckedIOException e) {
            throw new CliException(
                    ExitCode.FAILED,
                    "port " + port + " cannot be used, probably because it is taken; name another one with --port");
        }
    }

    private void introduce(PaymentSandbox sandbox) {
        Map<String, String> keys = new LinkedHashMap<>();
        ACCOUNTS.forEach((account, name) -> keys.putAll(account.keys(name, sandbox.uri())));
        if (output.json()) {
            output.json(Map.of("uri", sandbox.uri().toString(), "page", sandbox.uri() + "/", "keys", keys));
            return;
        }
        output.line("# Accounts of the stand-ins at " + sandbox.uri() + ". They are made up, so these are no secrets.");
        keys.forEach((key, value) -> output.line(key + "=" + value));
        output.note("Listening at " + sandbox.uri() + ", Ctrl-C ends it.");
        output.note("Open " + sandbox.uri() + "/ in a browser to look at requests and to switch faults on.");
    }

    private void received(ReceivedRequest request) {
        if (output.json()) {
            output.json(members(request));
            if (output.lost()) {
                ended.countDown();
            }
        } else {
            output.note(request.toString());
        }
    }

    private static Map<String, Object> members(ReceivedRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("provider", request.provider().name());
        members.put("method", request.method());
        members.put("path", request.path());
        members.put("status", request.status());
        members.put("accepted", request.accepted());
        members.put("verdict", request.verdict());
        return members;
    }
}
