// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line by its launcher, in shells: what goes in through pipes, what cannot come out, and what shells complete. */
@Timeout(300)
class LauncherIT {

    private static final Path LAUNCHER =
            Path.of(System.getProperty("it.jar")).resolveSibling("paybearer").toAbsolutePath();

    @TempDir
    private Path folder;

    private PaymentSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = PaymentSandbox.start();
        keys("shop.properties", SandboxAccount.TWO_CHECKOUT, "shop-eu");
        keys("gate.properties", SandboxAccount.PAYMENTSGATE, "gate");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void keys(String file, SandboxAccount account, String name) throws IOException {
        account.register(sandbox);
        Files.writeString(
                folder.resolve(file),
                account.keys(name, sandbox.uri()).entrySet().stream()
                        .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** What a script prints and how it ends, with the launcher's folder first in the PATH. */
    private Command shell(String... lines) throws IOException {
        return shell(Map.of(), lines);
    }

    private Command shell(Map<String, String> environment, String... lines) throws IOException {
        String path = "export PATH='" + LAUNCHER.getParent() + "':$PATH JAVA_HOME='" + System.getProperty("java.home")
                + "'\n";
        return Command.shell(folder, environment, path + String.join("\n", lines));
    }

    @Test
    void launcher_startsFromAnywhere_byALinkToo() throws Exception {
        try (Command shell = shell(
                "mkdir 'a b'",
                "ln -s '" + LAUNCHER + "' 'a b/link'",
                "ln -s link 'a b/pay'",
                "cd /",
                "\"$OLDPWD/a b/pay\" accounts -c \"$OLDPWD/shop.properties\"",
                "sh '" + LAUNCHER + "' accounts -c \"$OLDPWD/gate.properties\"")) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out()).isEqualTo("shop-eu\ngate\n");
        }
    }

    @Test
    void launcherWithoutJava_saysWhatIsMissing() throws Exception {
        try (Command shell = shell("JAVA_HOME=/nowhere paybearer check")) {
            assertThat(shell.exitCode()).isEqualTo(1);
            assertThat(shell.err())
                    .isEqualTo("error: there is no /nowhere/bin/java; install Java 17 or later, and let"
                            + " JAVA_HOME or PATH name it\n");
        }
    }

    @Test
    void variablesOfTheCommandLine_areUsed_andAreNoUnreadKeysOfTheLibrary() throws Exception {
        Map<String, String> environment = Map.of(
                "PAYBEARER_CONFIG", "shop.properties",
                "PAYBEARER_CLASSPATH", folder.toString(),
                "PAYBEARER_OPTS", "-Dpaybearer.account.shop-eu.base-uri=https://example.org -Dother=1");
        try (Command shell = shell(environment, "paybearer check")) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out()).contains("https://example.org  ok");
            assertThat(shell.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paybearer accounts -c <(cat shop.properties)",
                "cat shop.properties | paybearer accounts -c -",
                "cat shop.properties | paybearer accounts -c /dev/stdin",
                "paybearer accounts --config=- < shop.properties",
                "mkfifo p; cat shop.properties > p & paybearer accounts -c p",
                "exec 5< shop.properties; paybearer accounts -c /dev/fd/5"
            })
    void pipe_isReadAsConfiguration(String script) throws Exception {
        try (Command shell = shell(script)) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out()).isEqualTo("shop-eu\n");
            assertThat(shell.err()).isEmpty();
        }
    }

    /** The last but one writes to a pipe whose reader has certainly ended. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "paybearer token -c shop.properties > /dev/full",
                "paybearer token --json -c shop.properties > /dev/full",
                "paybearer check -c shop.properties > /dev/full",
                "paybearer doctor -c shop.properties > /dev/full",
                "paybearer accounts -c shop.properties > /dev/full",
                "paybearer keygen > /dev/full",
                "paybearer --help > /dev/full",
                "paybearer check --help > /dev/full",
                "paybearer help > /dev/full",
                "paybearer --version > /dev/full",
                "paybearer generate-completion > /dev/full",
                "paybearer token -c shop.properties | paybearer inspect > /dev/full",
                "paybearer new --account=x --provider=2checkout --set=merchant-code=M --json > /dev/full",
                "paybearer keygen 2> /dev/full",
                "exec 3> >(:); wait $!; paybearer token -c shop.properties >&3",
                "paybearer token -c shop.properties >&-"
            })
    void whatCannotBePrinted_isNoSuccess(String script) throws Exception {
        try (Command shell = shell("set +e", script)) {
            assertThat(shell.exitCode()).as(shell.err()).isEqualTo(1);
        }
    }

    @Test
    void sandboxWhoseReaderHasEnded_endsAtTheNextRequest() throws Exception {
        try (Command shell = shell(
                "set +e",
                "mkfifo p",
                "paybearer sandbox --json --port 0 > p & sandbox=$!",
                "read -r line < p",
                "uri=${line#*uri\\\":\\\"} uri=${uri%%\\\"*}",
                "curl -s \"$uri/auth/token\" > body",
                "wait $sandbox")) {
            assertThat(shell.exitCode()).as(shell.err()).isEqualTo(1);
        }
    }

    private static final String COMPLETE = """
            compopt() { :; } # knows nothing outside of a real completion
            source <(paybearer generate-completion)
            complete_line() {
              COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMPREPLY=()
              _paybearer
              echo "${COMPREPLY[@]}"
            }
            """;

    @Test
    void accountNames_areCompletedInBash() throws Exception {
        try (Command shell = shell(
                "set +eu",
                COMPLETE,
                "complete_line paybearer check -c shop.properties -c gate.properties ''",
                "complete_line paybearer token -c shop.properties s",
                "complete_line paybearer doctor --config = shop.properties --json ''",
                "PAYBEARER_CONFIG=gate.properties complete_line paybearer check ''",
                "complete_line paybearer help ch",
                "complete_line paybearer ch",
                "complete_line paybearer token --head",
                "complete_line paybearer check -c sho",
                "complete_line paybearer token 'x'")) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out().lines())
                    .containsExactly(
                            "gate shop-eu",
                            "shop-eu",
                            "shop-eu",
                            "gate",
                            "check",
                            "check",
                            "--headers",
                            "shop.properties",
                            "");
            assertThat(shell.err()).isEmpty();
        }
    }

    @Test
    void accountNames_areCompletedWhereThereIsAnAlias() throws Exception {
        try (Command shell = shell(
                "set +eu",
                "shopt -s expand_aliases",
                "PATH=${PATH#*:}",
                "alias paybearer=\"'" + LAUNCHER + "'\"",
                COMPLETE,
                "complete_line paybearer check -c shop.properties ''")) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out()).isEqualTo("shop-eu\n");
        }
    }

    @Test
    void accountNames_areCompletedInZsh() throws Exception {
        try (Command shell = shell("command -v zsh")) {
            assumeTrue(shell.exitCode() == 0, "there is no zsh");
        }
        Files.writeString(
                folder.resolve("complete.zsh"),
                "autoload -U compinit bashcompinit; compinit -u -D; bashcompinit\n"
                        + "source <(paybearer generate-completion)\n"
                        + "emulate ksh -c '"
                        + "COMP_WORDS=(paybearer check -c shop.properties \"\") COMP_CWORD=4 COMP_LINE=\"paybearer check -c shop.properties \"; _paybearer'\n"
                        + "echo \"${COMPREPLY[@]}\"\n");
        try (Command shell = shell("zsh -f complete.zsh")) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out()).isEqualToIgnoringWhitespace("shop-eu");
        }
    }

    @Test
    void ownProvider_isCompiledAndUsed() throws Exception {
        Path source = Files.writeString(folder.resolve("Own.java"), """
                import io.paybearer.spi.*;
                import java.time.Duration;
                import java.util.*;
                public final class Own implements TokenIssuerProvider {
                    public String id() { return "our-own"; }
                    public Set<String> keys() { return Set.of(); }
                    public TokenIssuer create(AccountSettings settings) {
                        return new TokenIssuer() {
                            public List<String> credential() { return List.of("x"); }
                            public boolean minted() { return true; }
                            public IssuedToken issue() { return new IssuedToken("own", Duration.ofHours(1)); }
                        };
                    }
                }
                """);
        Path classes = folder.resolve("classes");
        int compiled = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-cp",
                        System.getProperty("it.jar") + ".jar",
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(compiled).isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("io.paybearer.spi.TokenIssuerProvider"), "Own");
        Files.writeString(
                folder.resolve("own.properties"),
                "paybearer.account.ours.provider=our-own\npaybearer.account.ours.base-uri=https://api.example\n");

        try (Command shell = shell("PAYBEARER_CLASSPATH=classes paybearer token -c own.properties")) {
            assertThat(shell.exitCode()).as(shell.err()).isZero();
            assertThat(shell.out()).isEqualTo("own\n");
        }
    }

    @Test
    void terminal_isColoured_andNothingElse() throws Exception {
        assumeTrue(new File("/usr/bin/script").canExecute(), "there is no script");
        try (Command terminal = shell("TERM=xterm script -qec 'paybearer check -c shop.properties' /dev/null");
                Command noColour =
                        shell("NO_COLOR=1 TERM=xterm script -qec 'paybearer check -c shop.properties' /dev/null");
                Command errInAFile = shell(
                        "set +e",
                        "TERM=xterm script -qec 'paybearer check x -c shop.properties 2> err' /dev/null",
                        "cat err");
                Command file = shell("TERM=xterm paybearer check -c shop.properties")) {
            for (Command command : List.of(terminal, noColour, errInAFile, file)) {
                assertThat(command.exitCode()).as(command.err()).isZero();
            }
            assertThat(terminal.out()).contains("  \u001b[32mok\u001b[0m");
            assertThat(noColour.out()).contains("  ok").doesNotContain("\u001b[3");
            assertThat(errInAFile.out()).contains("error: there is no such").doesNotContain("\u001b[3");
            assertThat(file.out()).contains("  ok").doesNotContain("\u001b");
        }
    }
}
