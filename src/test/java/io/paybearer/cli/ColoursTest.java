// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Colours, which are for terminals alone. */
class ColoursTest {

    private static final String RED = "\u001b[31merror\u001b[0m:";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String printed(Map<String, String> environment, Terminal terminal) {
        Cli.of(new Surroundings(
                        InstantSource.system(),
                        InputStream.nullInputStream(),
                        Run.printer(out),
                        Run.printer(err),
                        environment,
                        terminal))
                .execute("help", "nothing-like-it");
        return err.toString(UTF_8);
    }

    @Test
    void terminal_showsMistakesInRed() {
        assertThat(printed(Map.of(), Terminal.ALL)).startsWith(RED);
    }

    @Test
    void emptyNoColor_meansNothing() {
        assertThat(printed(Map.of("NO_COLOR", "", "TERM", "xterm"), Terminal.ALL))
                .startsWith(RED);
    }

    @Test
    void noColor_turnsThemOff() {
        assertThat(printed(Map.of("NO_COLOR", "1"), Terminal.ALL)).startsWith("error:");
    }

    @Test
    void dumbTerminal_getsNone() {
        assertThat(printed(Map.of("TERM", "dumb"), Terminal.ALL)).startsWith("error:");
    }

    @Test
    void standardErrorInAFile_getsNone_whereTheRestIsATerminal() {
        assertThat(printed(Map.of(), new Terminal(true, true, false))).startsWith("error:");
    }

    @Test
    void verdicts_areColouredInTheirColumn_andNowhereElse() {
        assertThat(Colours.ON.of("shop  2checkout  http://ok.example  ok, a token"))
                .isEqualTo("shop  2checkout  http://ok.example  \u001b[32mok\u001b[0m, a token");
        assertThat(Colours.ON.of("gate  x  FAILED: an error: ok"))
                .isEqualTo("gate  x  \u001b[31mFAILED\u001b[0m: an error: ok");
        assertThat(Colours.ON.of("warning: key: ok")).isEqualTo("\u001b[33mwarning\u001b[0m: key: ok");
        assertThat(Colours.OFF.of("warning: x")).isEqualTo("warning: x");
    }
}
