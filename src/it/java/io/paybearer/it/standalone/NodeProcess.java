// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, or a script that is run, as from a shell. */
final class NodeProcess implements AutoCloseable {

    private static final int LONGEST_SECONDS = 180;

    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<String> started = new CompletableFuture<>();
    private final Process process;

    private NodeProcess(Process process) {
        this.process = process;
    }

    /** Starts a server, and returns when it has printed that text. */
    static NodeProcess start(List<String> command, String ready) {
        NodeProcess node = new NodeProcess(launch(command));
        Thread reader = new Thread(() -> node.read(ready), "output");
        reader.setDaemon(true);
        reader.start();
        try {
            node.started.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return node;
        } catch (Exception e) {
            node.close();
            throw new AssertionError("it did not start: " + node.output, e);
        }
    }

    /** Runs a script to its end. */
    static void run(String... command) {
        Process script = launch(List.of(command));
        try (InputStream said = script.getInputStream()) {
            String all = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (script.waitFor() != 0) {
                throw new AssertionError(List.of(command) + ": " + all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process launch(List<String> command) {
        String local = System.getProperty("it.maven.repo");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        "-Xmx256m -Djava.net.preferIPv4Stack=true -Dmaven.repo.local=" + local,
                        "LAUNCH_JBOSS_IN_BACKGROUND",
                        "true")); // then WildFly's script passes signals on
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String ready) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.contains(ready)) {
                    started.complete(line);
                }
            }
        } catch (IOException e) {
            output.append(e);
        }
        started.completeExceptionally(new IllegalStateException("it has ended"));
    }

    /** What it has printed so far. */
    String output() {
        return output.toString();
    }

    /** Kills it, as {@code kill -9} does. */
    void kill() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
        kill();
    }

    private void awaitEnd() {
        try {
            process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
