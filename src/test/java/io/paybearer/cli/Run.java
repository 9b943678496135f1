// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** One run of the command line inside this JVM. */
record Run(int exitCode, String out, String err) {

    static Run of(String... arguments) {
        return with("", InstantSource.system(), arguments);
    }

    static Run with(String in, InstantSource clock, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = line(in, clock, out, err).execute(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static CommandLine line(String in, InstantSource clock, OutputStream out, OutputStream err) {
        var typed = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return line(clock, typed, out, err);
    }

    static CommandLine line(InstantSource clock, InputStream in, OutputStream out, OutputStream err) {
        return Cli.of(new Surroundings(clock, in, printer(out), printer(err), Map.of(), Terminal.NONE));
    }

    /** A run with environment variables of the command line. */
    static Run in(Map<String, String> environment, String typed, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        int exitCode = Cli.of(new Surroundings(
                        InstantSource.system(), in, printer(out), printer(err), environment, Terminal.NONE))
                .execute(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static PrintStream printer(OutputStream to) {
        return new PrintStream(to, false, StandardCharsets.UTF_8);
    }

    /** A file of properties. */
    static String file(Path folder, Map<String, String> keys) {
        try {
            Path file = Files.createTempFile(folder, "app", ".properties");
            String text = keys.entrySet().stream()
                    .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                    .collect(Collectors.joining());
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> json() {
        assertThat(err).isEmpty();
        return Json.object(out).orElseThrow(() -> new AssertionError("no JSON: " + out));
    }

    /** Everything that it printed. */
    String all() {
        return out + err;
    }
}
