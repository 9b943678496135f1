// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever is typed, and wherever a secret stands in it: nothing that is printed repeats the secret. */
class CommandLineProperties {

    private static final List<String> COMMANDS =
            List.of("token", "check", "inspect", "new", "keygen", "sandbox", "generate-completion", "tokn", "help");

    /** How an option and a value are written. */
    private static final List<String> OPTIONS = List.of(
            "-p",
            "--port",
            "-c",
            "--config",
            "-d",
            "--directory",
            "--json",
            "--headers",
            "--online",
            "--all",
            "-h",
            "--help",
            "-V",
            "--version",
            "--secret-word",
            "--onlin",
            "-x",
            "--",
            "-",
            "@",
            "");

    private static final List<String> GLUE = List.of("", "=", ":", " ", "==", "/", ".", "\u001b]0;");

    private static final String WIDTH = "picocli.usage.width";

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream process = new ByteArrayOutputStream();
    private Path folder;

    @BeforeProperty
    void start() throws IOException {
        folder = Files.createTempDirectory("paybearer-cli");
        System.setProperty(WIDTH, "120"); // else each help asks a process for the width of the terminal
        PrintStream recorder = Run.printer(process);
        System.setOut(recorder);
        System.setErr(recorder);
    }

    @AfterProperty
    void stop() throws IOException {
        System.setOut(out);
        System.setErr(err);
        System.clearProperty(WIDTH);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** What somebody may have on the clipboard. */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.of(
                "CANARY7f3a",
                "eyJhbGciOiJIUzUxMiJ9.eyJDQU5BUlkiOjF9x.CANARY7f3a",
                "eyJhbGciOiJub25lIn0.eyJzZWNyZXQiOiJDQU5BUlkifQ.c2lnbmF0dXJl",
                "4242424242424242",
                "70707",
                "pa$$CANARY${7f3a}%n%s",
                "-----BEGIN PRIVATE KEY-----\nCANARY7f3a",
                "--CANARY7f3a",
                "\u001b[31mCANARY7f3a");
    }

    /** The word SECRET stands for the secret. */
    @Provide
    Arbitrary<List<String>> commandLines() {
        Arbitrary<String> glued =
                Arbitraries.of(OPTIONS).flatMap(option -> Arbitraries.of(GLUE).map(glue -> option + glue + "SECRET"));
        Arbitrary<String> words = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(OPTIONS)),
                Tuple.of(3, Arbitraries.just("SECRET")),
                Tuple.of(3, glued),
                Tuple.of(1, Arbitraries.of(COMMANDS)),
                Tuple.of(1, Arbitraries.of("FILE", "--config=FILE", "ARGUMENTS", "@ARGUMENTS", "shop")));
        Arbitrary<String> first = Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(COMMANDS)), Tuple.of(1, words));
        return first.flatMap(command -> words.list().ofMaxSize(4).map(rest -> {
            List<String> line = new ArrayList<>(List.of(command));
            line.addAll(rest);
            return line;
        }));
    }

    @Property
    void likelyMistake_isNotPrinted(@ForAll("likely") String line, @ForAll("secrets") String secret) {
        secretOnTheCommandLine_isNotPrinted(List.of(line.split(" ")), secret);
    }

    /** All of them with all secrets are fewer than the tries of a property, so each is tried. */
    @Provide
    Arbitrary<String> likely() {
        return Arbitraries.of(
                "token SECRET -c FILE",
                "token --json SECRET -c FILE",
                "token --secret-word:SECRET",
                "token shop --secret-word=SECRET -c FILE",
                "token shop SECRET",
                "sandbox -pSECRET",
                "sandbox --port SECRET",
                "check --json=SECRET",
                "check --config SECRET",
                "check --config=SECRET",
                "check -cSECRET",
                "check -c FILE SECRET",
                "inspect SECRET",
                "keygen --json",
                "keygen SECRET",
                "new -a SECRET -p static -s base-uri=https://api.example.com",
                "new -a shop -p SECRET",
                "new -a shop -p static -s base-uri=SECRET",
                "new -a shop -p static -s secret=SECRET -s base-uri=https://api.example.com",
                "new -a shop -p static --secrets SECRET -s base-uri=https://api.example.com",
                "sandbox SECRET",
                "SECRET",
                "@SECRET");
    }

    @Property(tries = 600)
    void secretOnTheCommandLine_isNotPrinted(
            @ForAll("commandLines") List<String> words, @ForAll("secrets") String secret) {
        process.reset();
        Run run = run(words, secret);

        assertThat(run.all() + process.toString(UTF_8)).doesNotContain(secret, "CANARY");
        assertThat(run.err()).doesNotContain("eyJ");
        if (!words.get(0).equals("token")) {
            assertThat(run.all()).doesNotContain("eyJ");
        }
    }

    private Run run(List<String> words, String secret) {
        List<String> line = new ArrayList<>(words);
        if (words.contains("sandbox")) {
            line.add("--port=" + secret); // else it would not end
        }
        if (words.contains("keygen") || words.contains("new")) {
            line.add("--directory=" + secret); // else it would write files here
        }
        line.replaceAll(word -> word.replace("FILE", file())
                .replace("ARGUMENTS", arguments(secret))
                .replace("SECRET", secret));
        return Run.with(secret + "\n", InstantSource.system(), line.toArray(String[]::new));
    }

    private String file() {
        return Run.file(
                folder,
                Map.of(
                        "paybearer.account.shop.provider", "2checkout",
                        "paybearer.account.shop.merchant-code", "1",
                        "paybearer.account.shop.secret-word", "CANARY7f3a"));
    }

    /** A file whose lines picocli would take for arguments. */
    private String arguments(String secret) {
        try {
            return Files.writeString(folder.resolve("arguments"), "--" + secret + "\n" + secret)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
