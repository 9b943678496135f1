// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.jars;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process, its two outputs in files. */
final class Command implements AutoCloseable {

    private static final String JAR = System.getProperty("it.jar") + "-cli.jar";

    private final Process process;
    private final Path out;
    private final Path err;

    private Command(Path folder, Map<String, String> environment, List<String> words) throws IOException {
        out = Files.createTempFile(folder, "out", ".txt");
        err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** The command line's jar with arguments. */
    static Command paybearer(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(java(), "-jar", JAR));
        words.addAll(List.of(arguments));
        return new Command(folder, environment, words);
    }

    /** The same where SIGINT ends it, as at a terminal; whatever a shell has started in its background ignores that, tests included. */
    static Command atTerminal(Path folder, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT", java(), "-jar", JAR));
        words.addAll(List.of(arguments));
        return new Command(folder, Map.of(), words);
    }

    /** A script of a shell in which {@code paybearer} is the command line. */
    static Command script(Path folder, String script) throws IOException {
        String function = "set -euo pipefail\npaybearer() { '" + java() + "' -jar '" + JAR + "' \"$@\"; }\n";
        return new Command(folder, Map.of(), List.of("bash", "-c", function + script));
    }

    /** A script of a shell. */
    static Command shell(Path folder, Map<String, String> environment, String script) throws IOException {
        return new Command(folder, environment, List.of("bash", "-c", "set -euo pipefail\n" + script));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Command typed(String text) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it has not ended");
        }
        return process.exitValue();
    }

    /** Sends it a signal, by its name without SIG. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("bash", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    boolean running() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
