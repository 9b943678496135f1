// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A shell in which a user types. What it prints can be waited for. */
final class Terminal implements AutoCloseable {

    private static final String END = "end-of-the-line";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Process shell;
    private final Writer keyboard;
    private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
    private final Thread reader;

    private Terminal(Process shell) {
        this.shell = shell;
        this.keyboard = shell.outputWriter(UTF_8);
        this.reader = new Thread(this::read, "screen");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a terminal in a folder. */
    static Terminal in(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Terminal terminal = new Terminal(builder.start());
        terminal.keyboard.write("shopt -s expand_aliases\nset -o pipefail\n");
        return terminal;
    }

    private void read() {
        try (BufferedReader lines = shell.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                screen.add(line);
            }
        } catch (IOException closed) {
            screen.add("the terminal is closed");
        }
    }

    /**
     * Types commands, each after the one before has ended.
     *
     * @return what they printed
     * @throws AssertionError if one of them fails
     */
    String type(String commands) throws IOException, InterruptedException {
        StringBuilder printed = new StringBuilder();
        for (String command : commands.replace("\\\n", "").split("\n")) {
            keyboard.write(command + "\necho " + END + " $?\n");
            keyboard.flush();
            String output = until(END);
            printed.append(output, 0, output.lastIndexOf(END));
            if (!output.endsWith(END + " 0\n")) {
                throw new AssertionError("failed: " + command + "\n" + output);
            }
        }
        return printed.toString();
    }

    /** Types a command that goes on until the terminal is closed, and waits until it prints something. */
    String leave(String command, String until) throws IOException, InterruptedException {
        keyboard.write(command.strip() + "\n");
        keyboard.flush();
        return until(until);
    }

    /** Waits until something is printed. */
    String until(String text) throws InterruptedException {
        StringBuilder printed = new StringBuilder();
        while (printed.indexOf(text) < 0) {
            String line = screen.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (line == null || (!shell.isAlive() && screen.isEmpty() && !line.contains(text))) {
                throw new AssertionError("'" + text + "' was not printed:\n" + printed + line);
            }
            printed.append(line).append('\n');
        }
        return printed.toString();
    }

    @Override
    public void close() throws InterruptedException {
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroy();
        shell.waitFor();
        reader.join();
    }
}
