// SPDX-License-Identifier: Apache-2.0
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
import java.util.stream.Stream;

/** The server, as its users and its operator see it over HTTP. */
final class Server {

    static final String NAME = System.getProperty("arquillian.launch");
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

    /** Makes a call with a token, as somebody whom the application is there for. */
    String call(String path, String token, int expected) {
        return send(request("POST", path, "").header("Authorization", "Bearer " + token), path, expected);
    }

    /** What it has logged since it was started, to a file or to the files of a folder. */
    static String log() {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("it.server.log")))) {
            StringBuilder log = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                log.append(Files.readString(file));
            }
            return log.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of threads of ours that have not ended. */
    String threadsOfOurs() {
        return send("GET", "operator/leftovers/threads", "", 200);
    }

    /** How many class loaders that have loaded this class are still there. */
    long loadersOf(Class<?> type) {
        return Long.parseLong(send("GET", "operator/leftovers/loaders/" + type.getName(), "", 200));
    }

    private String send(String method, String path, String body, int expected) {
        return send(request(method, path, body), path, expected);
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(ROOT.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "text/plain")
                .method(method, BodyPublishers.ofString(body));
    }

    private String send(HttpRequest.Builder request, String path, int expected) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
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
