// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Help, mistakes and what surrounds the commands. */
class UsageTest {

    private static final List<String> COMMANDS = List.of("token", "check", "inspect", "keygen", "sandbox");

    @Test
    void everyCommand_hasHelpWithExitCodes() {
        for (String command : COMMANDS) {
            Run run = Run.of(command, "--help");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .startsWith("Usage: paybearer " + command)
                    .contains("Exit codes:", "4   the provider refuses");
        }
        assertThat(Run.of("--help").out()).contains(COMMANDS).contains("Exit codes:");
    }

    @Test
    void completion_knowsCommandsAndOptions() {
        assertThat(Run.of("generate-completion").out())
                .contains(COMMANDS)
                .contains("--online", "--headers", "complete -F");
    }

    @Test
    void nothing_isAMistake() {
        Run run = Run.of();

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("a command is missing", "paybearer --help");
    }

    @Test
    void misspeltNames_areSuggested() {
        assertThat(Run.of("tokn").err()).contains("did you mean token?");
        assertThat(Run.of("check", "--onlin").err())
                .contains("no option --onlin")
                .contains("did you mean --online");
    }

    @Test
    void secretThatSomebodyTypes_isNotRepeated() {
        for (String[] arguments : new String[][] {
            {"token", "shop", "--secret-word=canary"}, {"token", "shop", "canary"}, {"canary"}, {"sandbox", "canary"}
        }) {
            Run run = Run.of(arguments);

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.all()).doesNotContain("canary");
        }
    }

    @Test
    void slowWork_isShownOnATerminal_andErased() {
        StringWriter shown = new StringWriter();

        String result = new Progress(new PrintWriter(shown), true).during("waiting", () -> {
            while (!shown.toString().contains("waiting, 0.4 s")) {
                Thread.onSpinWait();
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(shown.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void slowWork_elsewhere_isNotShown() {
        StringWriter shown = new StringWriter();

        new Progress(new PrintWriter(shown), false).during("waiting", () -> "");

        assertThat(shown.toString()).isEmpty();
    }
}
