// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, mistakes and what surrounds the commands. */
class UsageTest {

    private static final List<String> COMMANDS =
            List.of("token", "check", "inspect", "new", "keygen", "sandbox", "accounts", "doctor");

    private static final String UNPRINTED =
            "error: not everything could be printed: the device is full, or its reader has ended\n";

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
    void help_explainsPaybearerAndEachCommand() {
        assertThat(Run.of("help").out()).isEqualTo(Run.of("--help").out());
        for (String command : COMMANDS) {
            assertThat(Run.of("help", command).out())
                    .startsWith("Usage: paybearer " + command)
                    .isEqualTo(Run.of(command, "--help").out());
        }
    }

    @Test
    void helpOnWhatIsNoCommand_suggestsOne_andRepeatsNothing() {
        Run near = Run.of("help", "chekc");
        Run far = Run.of("help", "canary-in-its-place");

        assertThat(near.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(near.err()).isEqualToIgnoringNewLines("error: there is no such command; did you mean check?");
        assertThat(far.err())
                .startsWith("error: there is no such command; there are [")
                .contains(COMMANDS);
        assertThat(far.all()).doesNotContain("canary");
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
        assertThat(Run.of("check", "--onlin").err()).contains("no such option").contains("did you mean --online");
    }

    @Test
    void mistakes_areSaidByTheirKindAndTheOptionsName() {
        Map<String, List<String>> mistakes = new LinkedHashMap<>();
        mistakes.put("--port takes a number", List.of("sandbox", "--port", "x"));
        mistakes.put("--port needs a value", List.of("sandbox", "-p"));
        mistakes.put("--port can be given only once", List.of("sandbox", "-p", "0", "--port", "0"));
        mistakes.put("--json takes no value", List.of("check", "--json=x"));
        mistakes.put("--directory needs a value", List.of("keygen", "-d"));
        mistakes.put("there is no such option", List.of("check", "--secret-word:x"));
        mistakes.put("there is no such command, or an argument too many", List.of("keygen", "x"));

        mistakes.forEach((message, arguments) -> {
            Run run = Run.of(arguments.toArray(String[]::new));

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err().lines())
                    .containsExactly("error: " + message, "See: paybearer " + arguments.get(0) + " --help");
        });
    }

    /** Elsewhere picocli would read the file's lines as arguments. */
    @Test
    void wordAfterAnAtSign_isNoFileOfArguments(@TempDir Path folder) throws Exception {
        Path arguments = Files.writeString(folder.resolve("arguments"), "--help");
        for (Path path : List.of(arguments, folder)) {
            Run run = Run.of("@" + path);

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).startsWith("error: there is no such command");
        }
    }

    @Test
    void failureThatNobodyHasForeseen_isSaidByItsClassAndPlace() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("canary");
            }
        };
        var err = new ByteArrayOutputStream();

        assertThat(Run.line(InstantSource.system(), broken, err, err).execute("inspect"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8))
                .startsWith("error: unexpected: java.io.UncheckedIOException at ")
                .contains("InspectCommand")
                .doesNotContain("canary");
    }

    @Test
    void whatCannotBePrinted_isNoSuccess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (String command : List.of("accounts", "help", "--help", "--version", "generate-completion")) {
            var err = new ByteArrayOutputStream();
            boolean prints = !command.equals("accounts");

            int exitCode = Run.line("", InstantSource.system(), full, err).execute(command);

            assertThat(exitCode).as(command).isEqualTo(prints ? ExitCode.FAILED : ExitCode.OK);
            assertThat(err.toString(UTF_8)).isEqualTo(prints ? UNPRINTED : "");
        }
        assertThat(Run.line("", InstantSource.system(), full, full).execute("check"))
                .isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void slowWork_isShownOnATerminal_andErased() {
        var shown = new ByteArrayOutputStream();

        String result = new Progress(Run.printer(shown), true).during("waiting", () -> {
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
        var shown = new ByteArrayOutputStream();

        new Progress(Run.printer(shown), false).during("waiting", () -> "");

        assertThat(shown.toString()).isEmpty();
    }
}
