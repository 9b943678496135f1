// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** One server of a cluster, with the application. */
final class ClusterNode implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> command;
    private final String ready;
    private final URI application;
    private NodeProcess process;

    /**
     * Starts it.
     *
     * @param command how it is started, again too
     * @param ready what it prints when the application can be called
     * @param application where that is
     */
    ClusterNode(List<String> command, String ready, URI application) {
        this.command = command;
        this.ready = ready;
        this.application = application;
        this.process = NodeProcess.start(command, ready);
    }

    void startAgain() {
        process = NodeProcess.start(command, ready);
    }

    void kill() {
        process.kill();
    }

    /** What it has printed since it was started. */
    String output() {
        return process.output();
    }

    /** Calls the application, and returns what it answers. */
    String call(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(application.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.statusCode() + ": " + output());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(path + ": " + output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
