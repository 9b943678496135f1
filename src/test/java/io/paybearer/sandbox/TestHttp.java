// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real HTTP calls at a sandbox. */
final class TestHttp {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI origin;

    TestHttp(PaymentSandbox sandbox) {
        origin = sandbox.uri();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts JSON; headers are names and values in turn, and may repeat a name. */
    HttpResponse<String> post(String path, String body, String... headers) {
        return send(jsonPost(path, body, headers));
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path, String body, String... headers) {
        return client.sendAsync(jsonPost(path, body, headers).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    /** A text member of a JSON answer. */
    static String member(HttpResponse<String> response, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(response.body());
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in an answer of status " + response.statusCode());
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder jsonPost(String path, String body, String... headers) {
        return request(path, headers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
}
