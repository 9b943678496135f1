package io.paybearer.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server, as its users and its operator see it over HTTP. */
final class Server {

    private static final URI ROOT = URI.create("http://127.0.0.1:" + System.getProperty("it.http.port") + "/");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final List<String> properties = new ArrayList<>();

    /** Sets system properties of the server. */
    void configure(Map<String, String> values) {
        values.forEach((name, value) -> {
            properties.add(name);
            send("PUT", "operator/properties/" + name, value, 204);
        });
    }

    /** Takes back what was set last. */
    void restore(Map<String, String> values) {
        values.keySet().forEach(name -> {
            properties.remove(name);
            send("DELETE", "operator/properties/" + name, "", 204);
        });
    }

    /** Takes back everything. */
    void restoreAll() {
        List.copyOf(properties).forEach(name -> restore(Map.of(name, "")));
    }

    /** Has an application run a scenario, and returns what it answers. */
    String run(String application, String scenario) {
        return send("POST", application + "/scenarios/" + scenario, "", 200);
    }

    /** What it has logged since it was started. */
    static String log() {
        try {
            return Files.readString(Path.of(System.getProperty("it.server.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of threads of ours that have not ended. */
    String threadsOfOurs() {
        return send("GET", "operator/leftovers/threads", "", 200);
    }

    private String send(String method, String path, String body, int expected) {
        HttpRequest request = HttpRequest.newBuilder(ROOT.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "text/plain")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
