// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = line(in, clock, out, err).execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    static CommandLine line(String in, InstantSource clock, StringWriter out, StringWriter err) {
        var typed = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return Cli.of(new Surroundings(clock, typed, false))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
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
