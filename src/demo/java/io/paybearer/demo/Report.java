// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import io.paybearer.sandbox.ReceivedRequest;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what the stand-ins received and what they thought of it; counts both. Never prints a token. */
final class Report {

    private static final List<String> TOKEN_ENDPOINTS =
            List.of("/auth/token", "/auth/token/refresh", "/authentication", "/oauth2/token");
    private static final String BEARER = "Bearer ";

    private final PrintStream out;
    private int scenarios;
    private int requests;
    private int refused;

    Report(PrintStream out) {
        this.out = out;
    }

    void opening(String text) {
        out.println(text);
    }

    void scenario(Scenario<?> scenario, SampleFile sample, Map<String, String> wiring) {
        out.printf("%n%d. %s%n", ++scenarios, scenario.title());
        line("client", scenario.client().getSimpleName());
        line("account", sample.account() + ", of " + sample.provider() + ", from config-samples/" + sample.name());
        wiring.forEach((key, value) -> line("key", key + "=" + value));
    }

    void outcome(List<ReceivedRequest> received, String failure) {
        received.forEach(this::request);
        if (!failure.isEmpty()) {
            line("failed", failure);
        }
        if (!failure.isEmpty() || received.isEmpty()) {
            refused++;
        }
    }

    private void request(ReceivedRequest request) {
        requests++;
        boolean tokenCall = TOKEN_ENDPOINTS.contains(request.path());
        line(tokenCall ? "token call" : "call", request.method() + " " + request.path());
        if (!tokenCall) {
            line("  headers", headers(request));
            line("  token", token(request).map(TokenText::header).orElse("none"));
            token(request).filter(TokenText::isJwt).ifPresent(token -> line("  claims", TokenText.claims(token)));
            request.header("Client-Id").forEach(id -> line("  client-id", id));
        }
        line("  verdict", request.verdict() + " (" + request.status() + ")");
        refused += request.accepted() ? 0 : 1;
    }

    private static String headers(ReceivedRequest request) {
        return request.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> token(ReceivedRequest request) {
        return Stream.of("Authorization", "merchant-token")
                .flatMap(name -> request.header(name).stream())
                .map(value -> value.startsWith(BEARER) ? value.substring(BEARER.length()) : value)
                .findFirst();
    }

    private void line(String what, String text) {
        out.printf("   %-12s %s%n", what, text);
    }

    /** The last line; false if something was not as it should be. */
    boolean closing() {
        boolean well = refused == 0;
        out.printf(
                "%n%s%n",
                well
                        ? "All " + requests + " requests were accepted."
                        : refused + " of " + requests + " requests were not accepted.");
        return well;
    }
}
