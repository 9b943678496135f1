// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as it is shipped: one jar, run as a process. */
@Timeout(300)
class CliIT {

    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern LISTENING = Pattern.compile("Listening at (http://127\\.0\\.0\\.1:\\d+),");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/command-line.md"})
    void commandsOfTheDocuments_workAsTheyStand(String document) throws Exception {
        List<String> blocks = commandsIn(document);
        assertThat(blocks.get(0)).startsWith("paybearer sandbox |");
        try (Command sandbox = paybearer("sandbox", "--port", "0")) {
            URI uri = listening(sandbox);
            Path keys = Files.writeString(folder.resolve("sandbox.properties"), sandbox.out());
            String script = blocks.get(1)
                    .replace("/tmp/sandbox.properties", keys.toString())
                    .replace("http://127.0.0.1:18080", uri.toString())
                    .replace("curl ", "curl -sS ");

            try (Command newcomer = Command.script(folder, script)) {
                int exitCode = newcomer.exitCode();

                assertThat(exitCode).as(newcomer.err()).isZero();
                assertThat(newcomer.out()).contains("ok, a token for", "\"alg\":\"HS512\"", "remain, until");
                assertThat(newcomer.err()).isEmpty();
                assertThat(sandbox.err()).contains("PAYMENTSGATE POST /deals/payin -> 200 (accepted)");
            }
        }
    }

    @Test
    void environmentAlone_isEnough() throws Exception {
        try (PaymentSandbox stand = PaymentSandbox.start();
                Command token = Command.paybearer(folder, environment(stand), "token", "shop-eu")) {
            assertThat(token.exitCode()).as(token.err()).isZero();
            assertThat(token.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
            assertThat(token.err()).isEmpty();
        }
    }

    @Test
    void token_goesThroughAPipeToInspect() throws Exception {
        try (PaymentSandbox stand = PaymentSandbox.start();
                Command token = Command.paybearer(folder, environment(stand), "token")) {
            assertThat(token.exitCode()).isZero();
            try (Command inspect = paybearer("inspect", "--json").typed(token.out())) {
                assertThat(inspect.exitCode()).isZero();
                assertThat(inspect.out())
                        .contains("\"remainingSeconds\":")
                        .doesNotContain(token.out().strip());
            }
        }
    }

    @Test
    void failures_haveTheirExitCodes_andOneMessage() throws Exception {
        try (Command usage = paybearer("tokn");
                Command nothing = paybearer("check");
                Command closed = paybearer("token", "--config", unreachable())) {
            assertThat(usage.exitCode()).isEqualTo(2);
            assertThat(nothing.exitCode()).isEqualTo(3);
            assertThat(closed.exitCode()).isEqualTo(5);
            assertThat(closed.out()).isEmpty();
            assertThat(closed.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("error: account 'gate' has no token");
        }
    }

    /** The words of the user, and a secret in the environment, in all that the process prints. */
    @Test
    void secrets_areInNothingThatTheProcessPrints() throws Exception {
        try (PaymentSandbox stand = PaymentSandbox.start()) {
            Map<String, String> environment = environment(stand);
            environment.put("PAYBEARER_ACCOUNT_SHOP_EU_SECRET_WORD", "CANARY");
            for (String arguments : List.of(
                    "token",
                    "check --online",
                    "token CANARY",
                    "@CANARY",
                    "sandbox -pCANARY",
                    "check --json --secret-word:CANARY",
                    "inspect CANARY",
                    "keygen -d /tmp/CANARY")) {
                try (Command command = Command.paybearer(folder, environment, arguments.split(" "))) {
                    command.exitCode();
                    assertThat(command.out() + command.err()).isNotEmpty().doesNotContain("CANARY");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "022", "077"})
    void privateKey_underAnyUmask_isItsOwnersAlone(String umask) throws Exception {
        String script = "umask " + umask + "\npaybearer keygen > base64 2> notes\nstat -c '%n %a' *.pem\n";
        try (Command keygen = Command.script(folder, script)) {
            assertThat(keygen.exitCode()).as(keygen.err()).isZero();
            assertThat(keygen.out())
                    .isEqualToIgnoringNewLines(
                            "private_key.pem 600public_key.pem " + (umask.equals("077") ? "600" : "644"));
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void sandboxThatIsTold_endsAndFreesItsPort(String signal, int code) throws Exception {
        try (Command sandbox = Command.atTerminal(folder, "sandbox", "--port", "0")) {
            URI uri = listening(sandbox);

            sandbox.signal(signal);

            assertThat(sandbox.exitCode()).isEqualTo(code);
            PaymentSandbox.start(uri.getPort()).close();
        }
    }

    @Test
    void completion_isTakenByAShell() throws Exception {
        try (Command shell = Command.script(
                folder,
                "set +u\nsource <(paybearer generate-completion)\nCOMP_WORDS=(paybearer ch) COMP_CWORD=1\n"
                        + "_complete_paybearer\necho \"${COMPREPLY[@]}\"")) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out()).isEqualToIgnoringWhitespace("check");
        }
    }

    private Command paybearer(String... arguments) throws IOException {
        return Command.paybearer(folder, Map.of(), arguments);
    }

    private Map<String, String> environment(PaymentSandbox stand) {
        SandboxAccount.TWO_CHECKOUT.register(stand);
        Map<String, String> environment = new TreeMap<>(Map.of("PAYBEARER_ACCOUNTS", "shop-eu"));
        SandboxAccount.TWO_CHECKOUT
                .keys("shop-eu", stand.uri())
                .forEach((key, value) ->
                        environment.put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return environment;
    }

    /** A configuration whose provider has gone. */
    private String unreachable() throws IOException {
        try (PaymentSandbox gone = PaymentSandbox.start()) {
            StringBuilder text = new StringBuilder();
            SandboxAccount.PAYMENTSGATE
                    .keys("gate", gone.uri())
                    .forEach((key, value) ->
                            text.append(key).append('=').append(value).append('\n'));
            return Files.writeString(folder.resolve("gone.properties"), text).toString();
        }
    }

    private static URI listening(Command sandbox) throws IOException {
        while (sandbox.running()) {
            var found = LISTENING.matcher(sandbox.err());
            if (found.find()) {
                return URI.create(found.group(1));
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it has ended: " + sandbox.err());
    }

    /** The block that starts the stand-ins, and those after it. */
    private static List<String> commandsIn(String document) throws IOException {
        return SHELL.matcher(Files.readString(Path.of(document)))
                .results()
                .map(found -> found.group(1))
                .dropWhile(block -> !block.startsWith("paybearer sandbox"))
                .toList();
    }
}
