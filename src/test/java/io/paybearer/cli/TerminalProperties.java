// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What somebody else has written, a token or an answer, never commands the terminal on which it is shown. */
class TerminalProperties {

    /** Colours, the title of a window, the clipboard, C1 controls, a line overwritten, writing from right to left. */
    private static final String[] ATTACKS = {
        "\u001b[31m",
        "\u001b]0;title\u0007",
        "\u001b]52;c;ZXZpbA==\u0007",
        "\u009b2J",
        "\u0090q\u009c",
        "\r\u001b[K",
        "\b\b",
        "\u007f",
        "\u0000",
        "\u202e",
        "\u2066",
        "\u200f",
        "\u2028",
        "\u2029",
        "\u0085",
        "\ufeff",
        "\u000b",
        "\ud83d\ude00",
        "\ud800",
        "\udb40\udc41",
        "\nerror: forged",
        "\n\u001b[1A"
    };

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.of(ATTACKS)),
                        Tuple.of(1, Arbitraries.chars().map(String::valueOf)),
                        Tuple.of(2, Arbitraries.of("shop", "é", "\"", "\\", "%n", " ")))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static void assertHarmless(String printed) {
        assertThat(printed.chars().filter(TerminalProperties::harmful).mapToObj("U+%04X"::formatted))
                .as(printed)
                .isEmpty();
    }

    private static boolean harmful(int c) {
        return c != '\n'
                && c != '\t'
                && (Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || c == 0x2028
                        || c == 0x2029);
    }

    @Property
    void anyText_isShownWithoutControl(@ForAll("texts") String text) {
        var shown = new ByteArrayOutputStream();
        var writer = CleanWriter.to(Run.printer(shown), Colours.ON);
        writer.println(text);
        writer.print(text);
        writer.append(text).flush();

        assertHarmless(shown.toString(UTF_8).replaceAll("\u001b\\[3[123]m(\\w+)\u001b\\[0m", "$1"));
        assertThat(CleanWriter.line(text).lines().count()).isLessThanOrEqualTo(1);
    }

    @Property
    void anyTextInJson_meansTheSameStill(@ForAll("texts") String text) {
        String json = CleanWriter.line(Json.text(Map.of("text", text)));

        assertThat(Json.object(json).orElseThrow()).containsEntry("text", text);
    }

    @Property(tries = 200)
    void anyToken_isInspectedWithoutControl(@ForAll("texts") String text, @ForAll("texts") String name) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", text);
        claims.put("x" + name, Map.of(text, text));
        String token = base64(Map.of("kid", text)) + "." + base64(claims) + ".x";
        for (String option : new String[] {"--all", "--json", "-"}) {
            Run run = Run.with(token, InstantSource.fixed(Instant.EPOCH), "inspect", option);

            assertThat(run.exitCode()).as(run.all()).isZero();
            assertHarmless(run.all());
            assertThat(run.out().lines()).hasSize(option.equals("--json") ? 1 : 4);
        }
    }

    private static String base64(Map<String, ?> members) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.text(members).getBytes(UTF_8));
    }

    @Property(tries = 25)
    void anyAnswer_isReportedWithoutControl(@ForAll("texts") String text) throws IOException {
        try (PaymentSandbox sandbox = PaymentSandbox.start()) {
            SandboxAccount.PAYMENTSGATE.register(sandbox);
            Path folder = Files.createTempDirectory("paybearer-cli");
            String file = Run.file(folder, SandboxAccount.PAYMENTSGATE.keys("gate", sandbox.uri()));
            for (String body : new String[] {text, Json.text(Map.of("error", text)), token(text)}) {
                sandbox.faults().always("/auth/token", Fault.body("application/json", body));

                for (String command : new String[] {"token", "check"}) {
                    Run run = Run.of(command, command.equals("check") ? "--online" : "gate", "-c", file);
                    assertHarmless(run.all());
                    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(1);
                }
            }
            Files.delete(Path.of(file));
            Files.delete(folder);
        }
    }

    private static String token(String text) {
        return Json.text(Map.of("access_token", text, "refresh_token", text, "expires_at", text, "expires_in", 60));
    }

    /** What picocli prints by itself goes the same way. */
    @Example
    void bothOutputs_areWrittenWithoutControl() {
        var shown = new ByteArrayOutputStream();
        var line = Run.line("", InstantSource.system(), shown, shown);
        line.getOut().println(String.join("", ATTACKS));
        line.getErr().println(String.join("", ATTACKS));

        assertThat(shown.toString(UTF_8)).contains("title");
        assertHarmless(shown.toString(UTF_8));
    }

    @Example
    void nameOfAFile_isShownWithoutControl() throws IOException {
        Path folder = Files.createTempDirectory("paybearer-\u001b]0;title\u0007");

        Run run = Run.of("check", "-c", folder.toString());

        assertThat(run.err()).contains("is a directory", "\\u001b]0;title\\u0007");
        assertHarmless(run.all());
        Files.delete(folder);
    }

    /** Failures of scripts, and the line that a terminal shows while it waits. */
    @Example
    void accountAndProgress_areShownWithoutControl() {
        var shown = new ByteArrayOutputStream();
        new Progress(Run.printer(shown), true).during("waiting for \u001b[2J\nx", () -> {
            while (!shown.toString(UTF_8).contains(" s")) {
                Thread.onSpinWait();
            }
            return "";
        });

        String erasing = "\r\u001b[K";
        assertThat(shown.toString(UTF_8)).endsWith(erasing);
        assertHarmless(shown.toString(UTF_8).replace(erasing, "").replace("\r", ""));
    }
}
