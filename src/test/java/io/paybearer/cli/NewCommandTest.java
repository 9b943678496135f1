// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code paybearer new}. */
class NewCommandTest {

    @TempDir
    private Path folder;

    private Run created(String... arguments) {
        List<String> line = new ArrayList<>(List.of("new", "-d", folder.toString(), "--secrets", folder.toString()));
        line.addAll(List.of(arguments));
        return Run.of(line.toArray(String[]::new));
    }

    /** What somebody types in a terminal. */
    private Run typed(String... answers) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(String.join("\n", answers).getBytes(StandardCharsets.UTF_8));
        Surroundings surroundings = new Surroundings(
                InstantSource.system(), in, Run.printer(out), Run.printer(err), Map.of(), Terminal.ALL);
        int exitCode = Cli.of(surroundings).execute("new", "-d", folder.toString(), "--secrets", folder.toString());
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Each provider's file can be used once its secrets are there. */
    @ParameterizedTest
    @CsvSource({
        "static, base-uri=https://api.example.com, secret",
        "2checkout, merchant-code=M1, secret-word",
        "2checkout-rest, merchant-code=M1, secret-key",
        "borderless, issuer-id=I1, secret-key",
        "oauth2, base-uri=https://a.example|token-uri=https://b.example/token|client-id=c$1\\2, client-secret",
    })
    void file_isReady_onceTheSecretIsThere(String provider, String keys, String secret) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-a", "shop", "-p", provider));
        for (String key : keys.split("\\|")) {
            arguments.addAll(List.of("-s", key));
        }
        Run run = created(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.all()).isZero();

        Path file = folder.resolve("shop.properties");
        assertThat(Files.readString(file))
                .contains("paybearer.account.shop.provider=" + provider + "\n")
                .contains("paybearer.account.shop." + secret + "-file=" + folder.resolve("shop-" + secret));
        assertThat(Run.of("check", "-c", file.toString()).exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        Files.writeString(folder.resolve("shop-" + secret), "s3cret");
        Run check = Run.of("check", "-c", file.toString());
        assertThat(check.exitCode()).as(check.all()).isZero();
    }

    @Test
    void terminal_isAskedForWhatIsMissing_andNoSecret() throws Exception {
        Run run = typed("shop", "oauth2", "https://a.example", "", "https://b.example/token", "client-1");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.err())
                .contains("account: ", "provider, one of [", "client-id: ")
                .doesNotContain("secret: ");
        assertThat(Files.readString(folder.resolve("shop.properties")))
                .contains("paybearer.account.shop.client-id=client-1\n")
                .contains("paybearer.account.shop.client-secret-file=");
    }

    @Test
    void script_isToldWhatToGive() {
        assertThat(created("-p", "static").err()).contains("there is no terminal to ask in; give --account");
        assertThat(created("-a", "shop").err()).contains("give --provider");
        assertThat(created("-a", "shop", "-p", "static").err()).contains("give --set base-uri=…");
        assertThat(created("-a", "shop", "-p", "stripe").err())
                .contains("there is no such provider; there are [2checkout,");
        assertThat(created("-a", "a b", "-p", "static").err()).contains("--account: a name has letters");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void secretOnTheCommandLine_isRefused() {
        assertThat(created("-a", "shop", "-p", "static", "-s", "secret=canary").all())
                .contains("leave it out, and its file is named")
                .doesNotContain("canary");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void valueThatCannotBeUsed_writesNothing() {
        assertThat(created("-a", "shop", "-p", "static", "-s", "base-uri=http://canary.example")
                        .all())
                .contains("nothing was written; wrong are [base-uri]")
                .doesNotContain("canary");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void existingFile_isLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("shop.properties"), "precious");

        Run run = created("-a", "shop", "-p", "static", "-s", "base-uri=https://api.example.com");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(file).hasContent("precious");
    }
}
