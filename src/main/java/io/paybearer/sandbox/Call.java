// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it arrived. Path and query are not decoded. {@link #toString()} shows no query, header or body. */
record Call(String method, String path, String query, Map<String, List<String>> headers, String body) {

    private static final String BEARER = "Bearer ";

    static Call read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                Collections.unmodifiableMap(headers),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    void requirePost() {
        if (!"POST".equals(method)) {
            throw new Refused(405, "method is not POST");
        }
    }

    /** The value of a header, if it was sent. A header with two values is refused. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Refused.badRequest(values.size() + " values of header " + name);
        }
        return values.stream().findFirst();
    }

    /** The token of {@code Authorization: Bearer …}. The scheme must be spelled exactly like this. */
    String bearerToken() {
        String value = header("Authorization").orElseThrow(() -> Refused.unauthorized("no Authorization header"));
        if (!value.startsWith(BEARER)) {
            throw Refused.unauthorized("Authorization is not a Bearer token");
        }
        return value.substring(BEARER.length());
    }

    JsonObject json() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.equals(Reply.JSON) && !type.matches("application/json\\s*;.*")) {
            throw new Refused(415, "Content-Type is not application/json");
        }
        return JsonObject.parse(body).orElseThrow(() -> Refused.badRequest("body is not a JSON object"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
