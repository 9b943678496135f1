// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where commands read the configuration: {@code --config}, the standard input, {@code PAYBEARER_CONFIG}. */
class ConfigSourcesTest extends CliTest {

    private static final Map<String, String> NONE = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
    void standardInput_isRead(String name) throws Exception {
        Run run = Run.in(NONE, Files.readString(Path.of(file(shop()))), "check", "-c", name);

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out()).startsWith("shop  2checkout");
    }

    @Test
    void standardInput_isOneFileOfSeveral() throws Exception {
        String override = "paybearer.account.shop.base-uri=https://example.org\n";

        assertThat(Run.in(NONE, override, "check", "-c", file(shop()), "-c", "-")
                        .out())
                .contains("https://example.org");
        assertThat(Run.in(NONE, override, "check", "-c", "-", "-c", file(shop()))
                        .out())
                .contains(sandbox.uri().toString());
    }

    @Test
    void standardInputThatNeverEnds_isRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '#';
            }
        };
        var err = new ByteArrayOutputStream();

        int exitCode = Run.line(InstantSource.system(), endless, err, err).execute("check", "-c", "-");

        assertThat(exitCode).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(err).hasToString("error: --config: the standard input is longer than 1048576 bytes\n");
    }

    @Test
    void standardInputInLatin1_isSaid() {
        Run run = Run.in(NONE, "a=\\u12", "check", "-c", "-");

        assertThat(run.err()).startsWith("error: --config: the standard input has a backslash and a 'u'");
    }

    @Test
    void fileOfTheEnvironment_isReadByDefault() {
        Map<String, String> environment = Map.of("PAYBEARER_CONFIG", file(shop()));

        assertThat(Run.in(environment, "", "check").out()).startsWith("shop  2checkout");
        assertThat(Run.in(environment, "", "accounts").out()).isEqualToIgnoringNewLines("shop");
        assertThat(Run.in(environment, "", "token").exitCode()).isZero();
    }

    @Test
    void option_takesThePlaceOfTheDefault() {
        Map<String, String> environment = Map.of("PAYBEARER_CONFIG", file(shop()));

        assertThat(Run.in(environment, "", "accounts", "-c", file(gate())).out())
                .isEqualToIgnoringNewLines("gate");
    }

    @Test
    void fileOfTheEnvironmentThatIsNotThere_isSaid_andNotNamed() {
        Run run = Run.in(Map.of("PAYBEARER_CONFIG", "canary"), "", "check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("error: PAYBEARER_CONFIG: there is no file of that name; the name is not"
                        + " shown, since it may be a secret");
    }

    @Test
    void blankVariable_isNone() {
        assertThat(Run.in(Map.of("PAYBEARER_CONFIG", " "), "", "check").err()).contains("no payment account");
    }

    @Test
    void accounts_areNamed_evenIfTheyCannotBeUsed() {
        Map<String, String> broken = shop();
        broken.remove("paybearer.account.shop.merchant-code");

        Run run = Run.of("accounts", "-c", file(gate(), broken));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).containsExactly("gate", "shop");
        assertThat(Run.of("accounts", "--json", "-c", file(gate())).json()).containsKey("accounts");
        assertThat(Run.of("accounts").out()).isEmpty();
    }
}
