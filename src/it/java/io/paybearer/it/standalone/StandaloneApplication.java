// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a process of its own, started as its operator would: with system properties and environment. */
final class StandaloneApplication implements AutoCloseable {

    private static final Pattern LISTENING =
            Pattern.compile("(?:Listening on: |Server started on )http://[^:/]+:(\\d+)");
    private static final int LONGEST_SECONDS = 120;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "output");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private StandaloneApplication(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it, and returns at once. */
    static StandaloneApplication launch(Map<String, String> properties, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("it.java"), "-Xmx256m"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(
                List.of("-Dserver.host=127.0.0.1", "-Dserver.port=0", "-jar", System.getProperty("it.application")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        try {
            return new StandaloneApplication(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, and returns once it can be called. */
    static StandaloneApplication start(Map<String, String> properties, Map<String, String> variables) {
        StandaloneApplication application = launch(properties, variables);
        try {
            application.port.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return application;
        } catch (Exception e) {
            application.close();
            throw new AssertionError("it did not start: " + application.output, e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.valueOf(listening.group(1)));
                }
            }
        } catch (IOException e) {
            output.append(e);
        }
        port.completeExceptionally(new IllegalStateException("it has ended"));
    }

    /** Calls it, and returns what it answers. */
    String call(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.join() + "/" + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(path + ": " + output, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has printed by the time it has ended. */
    String outputAtEnd() {
        try {
            process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            reader.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
            return output.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        outputAtEnd();
        process.destroyForcibly();
    }
}
