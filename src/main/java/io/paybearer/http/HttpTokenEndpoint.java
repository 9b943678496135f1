// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.HeaderText;
import io.paybearer.origin.Origin;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenRequestException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jspecify.annotations.Nullable;

/** A token endpoint over HTTP: sends the request, sorts what comes back into answers and failures. Thread-safe. */
public final class HttpTokenEndpoint implements TokenEndpoint {

    private final TokenCall call;
    private final InstantSource clock;

    /**
     * A token endpoint.
     *
     * @param settings how it is reached
     * @param clock what a {@code Retry-After} date is compared with
     */
    public HttpTokenEndpoint(EndpointSettings settings, InstantSource clock) {
        this.call = new TokenCall(settings);
        this.clock = clock;
    }

    @Override
    public String post(URI uri, Map<String, String> headers, Map<String, ?> body) throws TokenRequestException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonUtil.toJson(body)));
        headers.forEach((name, value) -> request.header(name, HeaderText.requireValue(value, "the header " + name)));
        return usable(place(uri), call.send(request.build(), place(uri)));
    }

    private String usable(String place, HttpResponse<byte[]> answer) throws TokenRequestException {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw failure(place, status, answer);
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, place + " answered " + status + " without a body", null);
        }
        return text;
    }

    private TokenRequestException failure(String place, int status, HttpResponse<byte[]> answer) {
        String message = place + " answered " + status;
        if (status / 100 == 3) {
            return new TokenRequestException(OUTCOME_UNKNOWN, message + "; redirects are not followed", null);
        }
        if (status / 100 != 4 || status == 408 || status == 429) {
            return new TokenRequestException(UNAVAILABLE, message, retryAfter(answer), null);
        }
        return new TokenRequestException(REFUSED, message, null);
    }

    private @Nullable Duration retryAfter(HttpResponse<byte[]> answer) {
        Optional<String> header = answer.headers().firstValue("Retry-After");
        return header.flatMap(text -> RetryAfter.parse(text, clock)).orElse(null);
    }

    private static String place(URI uri) {
        return "POST " + Origin.of(uri) + uri.getRawPath();
    }
}
