// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.origin.HeaderText;
import io.paybearer.origin.Origin;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenRequestException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jose4j.json.JsonUtil;
import org.jspecify.annotations.Nullable;

/** A token endpoint over HTTP: sends the request, and tells a usable answer from the kinds of failure. Thread-safe. */
public final class HttpTokenEndpoint implements TokenEndpoint {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int MOST_DIGITS = 9;

    private final HttpCalls calls;
    private final Duration limit;
    private final InstantSource clock;

    /**
     * A token endpoint.
     *
     * @param settings how it is reached
     * @param clock what a {@code Retry-After} date is compared with
     */
    public HttpTokenEndpoint(EndpointSettings settings, InstantSource clock) {
        this.calls = new HttpCalls(settings::httpClient, LONGEST_ANSWER);
        this.limit = settings.connectTimeout().plus(settings.readTimeout());
        this.clock = clock;
    }

    @Override
    public String post(URI uri, Map<String, String> headers, Map<String, ?> body) throws TokenRequestException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonUtil.toJson(body)));
        headers.forEach((name, value) -> request.header(name, HeaderText.requireValue(value, "the header " + name)));
        String call = "POST " + Origin.of(uri) + uri.getRawPath();
        return usable(call, sent(call, request.build()));
    }

    private HttpResponse<byte[]> sent(String call, HttpRequest request) throws TokenRequestException {
        try {
            return calls.send(request, limit);
        } catch (TimeoutException e) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, call + " did not answer within " + limit, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRequestException(OUTCOME_UNKNOWN, call + " was interrupted", e);
        } catch (ExecutionException e) {
            throw failure(call, e.getCause());
        }
    }

    private static TokenRequestException failure(String call, @Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return unreachable(call, "the connection was not accepted in time", cause);
        }
        if (cause instanceof ConnectException) {
            return unreachable(call, "no such host, or the connection was refused; check the URI and the proxy", cause);
        }
        if (cause instanceof SSLHandshakeException) {
            return unreachable(
                    call, "TLS failed (" + cause.getMessage() + "); check the URI and the trust store", cause);
        }
        String reason = cause == null ? "" : ": " + cause.getMessage();
        return new TokenRequestException(OUTCOME_UNKNOWN, call + " gave no usable answer" + reason, cause);
    }

    private static TokenRequestException unreachable(String call, String reason, Throwable cause) {
        return new TokenRequestException(UNAVAILABLE, call + " could not be reached: " + reason, cause);
    }

    private String usable(String call, HttpResponse<byte[]> answer) throws TokenRequestException {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw refusal(call, status, answer);
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, call + " answered " + status + " without a body", null);
        }
        return text;
    }

    private TokenRequestException refusal(String call, int status, HttpResponse<byte[]> answer) {
        String message = call + " answered " + status;
        if (status / 100 == 3) {
            return new TokenRequestException(OUTCOME_UNKNOWN, message + "; redirects are not followed", null);
        }
        if (status / 100 != 4 || status == 408 || status == 429) {
            Optional<String> header = answer.headers().firstValue("Retry-After");
            Duration wait = header.flatMap(this::retryAfter).orElse(null);
            return new TokenRequestException(UNAVAILABLE, message, wait, null);
        }
        return new TokenRequestException(REFUSED, message, null);
    }

    /**
     * Reads {@code Retry-After}, which is a number of seconds or a date (RFC 9110, section 10.2.3). A date in the past means
     * no wait. A number of more than nine digits means the longest wait there is. Any other text counts as no header.
     */
    private Optional<Duration> retryAfter(String header) {
        String value = header.strip();
        if (value.matches("\\d+")) {
            return Optional.of(
                    Duration.ofSeconds(value.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(value)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), date.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
