// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A shell in which a user types. What it prints can be waited for. */
final class Terminal implements AutoCloseable {

    private static final String END = "end-of-the-line";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Process shell;
    private final Protocol protocol;
    private final Writer keyboard;
    private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
    private final Thread reader;

    private Terminal(Process shell, Protocol protocol) {
        this.shell = shell;
        this.protocol = protocol;
        this.keyboard = shell.outputWriter(UTF_8);
        this.reader = new Thread(this::read, "screen");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a terminal in a folder, what is typed there is written down. */
    static Terminal in(Path folder, Map<String, String> environment, Protocol protocol) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Terminal terminal = new Terminal(builder.start(), protocol);
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
        for (String command : lines(commands)) {
            long startedAt = System.nanoTime();
            keyboard.write(command + "\necho " + END + " $?\n");
            keyboard.flush();
            String output = until(END);
            boolean ended = output.endsWith(END + " 0\n");
            protocol.add(command, startedAt, ended ? "" : "FAILED");
            if (!ended) {
                throw new AssertionError("failed: " + command + "\n" + output);
            }
            printed.append(output, 0, output.lastIndexOf(END));
        }
        return printed.toString();
    }

    /** The commands of a block; one that goes on in the next line is one command. */
    static List<String> lines(String commands) {
        return commands.replace("\\\n", "").lines().toList();
    }

    /** Types commands of which the last one goes on until the terminal is closed. */
    void typeAndLeave(String commands, String until) throws IOException, InterruptedException {
        List<String> lines = lines(commands);
        type(String.join("\n", lines.subList(0, lines.size() - 1)));
        leave(lines.get(lines.size() - 1), until);
    }

    /** Types a command that goes on until the terminal is closed, and waits until it prints something. */
    String leave(String command, String until) throws IOException, InterruptedException {
        long startedAt = System.nanoTime();
        keyboard.write(command.strip() + "\necho " + END + " $?\n");
        keyboard.flush();
        String printed = until(until);
        protocol.add(command, startedAt, "");
        return printed;
    }

    /** Waits until something is printed. */
    String until(String text) throws InterruptedException {
        StringBuilder printed = new StringBuilder();
        while (printed.indexOf(text) < 0) {
            String line = screen.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (line == null || (!line.contains(text) && (line.contains(END) || isClosed()))) {
                throw new AssertionError("'" + text + "' was not printed:\n" + printed + line);
            }
            printed.append(line).append('\n');
        }
        return printed.toString();
    }

    private boolean isClosed() {
        return !shell.isAlive() && screen.isEmpty();
    }

    /** What was printed and not yet asked for. */
    String rest() {
        List<String> rest = new ArrayList<>();
        screen.drainTo(rest);
        return String.join("\n", rest);
    }

    /** Ends what runs in it, and waits until it has ended. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> running = shell.descendants().toList();
        running.forEach(ProcessHandle::destroy);
        shell.destroy();
        shell.waitFor();
        running.forEach(process -> process.onExit().join());
        reader.join();
    }
}
