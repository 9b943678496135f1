// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server process. It takes orders on its standard input, and answers each with a line that begins with {@code @@}. */
final class ServerProcess {

    private static final String ANSWER = "@@ ";
    private static final String DONE = "done";
    private static final int LONGEST_SECONDS = 180;

    private final Process process;
    private final PrintWriter orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private ServerProcess(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(), true);
    }

    /** Returns once the server says that it is there. */
    static ServerProcess start(List<String> command, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        ServerProcess server = new ServerProcess(process);
        Thread reader = new Thread(() -> server.read(log), "server-output");
        reader.setDaemon(true);
        reader.start();
        server.awaitAnswer();
        return server;
    }

    private void read(Path log) {
        try (BufferedReader output = process.inputReader();
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.println(line);
                if (line.startsWith(ANSWER)) {
                    answers.add(line.substring(ANSWER.length()));
                }
            }
        } catch (IOException e) {
            answers.add(e.toString());
        }
        answers.add("the server has ended");
    }

    void tell(String order) throws IOException {
        orders.println(order);
        awaitAnswer();
    }

    private void awaitAnswer() throws IOException {
        try {
            String answer = answers.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!DONE.equals(answer)) {
                throw new IOException(answer == null ? "no answer after " + LONGEST_SECONDS + " s" : answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void stop() {
        orders.close();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
