// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.origin.Origin;
import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenRequest;
import io.paybearer.spi.TokenRequestException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A token endpoint over HTTP: sends the request, and tells a usable answer from the kinds of failure. Thread-safe. */
public final class HttpTokenEndpoint implements TokenEndpoint {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final TokenCalls calls;
    private final EndpointSettings settings;
    private final Duration limit;
    private final UnaryOperator<String> keys;
    private final InstantSource clock;

    /**
     * A token endpoint.
     *
     * @param settings how it is reached
     * @param keys makes the full key of a leaf such as {@code token-uri}
     * @param clock what a {@code Retry-After} date is compared with
     */
    public HttpTokenEndpoint(EndpointSettings settings, UnaryOperator<String> keys, InstantSource clock) {
        this.calls = new TokenCalls(settings::httpClient, LONGEST_ANSWER);
        this.limit = settings.connectTimeout().plus(settings.readTimeout());
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public EndpointAnswer send(TokenRequest request) throws TokenRequestException {
        String name = "POST " + Origin.of(request.uri()) + request.uri().getRawPath();
        HttpResponse<BoundedBody> answer = sent(name, request);
        if (answer.statusCode() / 100 != 2) {
            throw failure(name, request, answer);
        }
        return new AnswerText(name, answer, LONGEST_ANSWER).read(answer.body(), answer.headers());
    }

    private HttpRequest http(TokenRequest request) {
        BodyPublisher body = HttpRequest.BodyPublishers.ofString(request.body());
        HttpRequest.Builder http =
                HttpRequest.newBuilder(request.uri()).POST(request.isSentOnce() ? new SentOnce(body) : body);
        request.headers().forEach(http::header);
        settings.proxyAuthorization().ifPresent(login -> http.header("Proxy-Authorization", login));
        return http.build();
    }

    private HttpResponse<BoundedBody> sent(String name, TokenRequest request) throws TokenRequestException {
        try {
            return calls.send(http(request), !request.isSentOnce(), limit);
        } catch (TimeoutException e) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, name + " did not answer within " + limit, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRequestException(OUTCOME_UNKNOWN, name + " was interrupted", e);
        } catch (ExecutionException e) {
            throw NoAnswer.of(name, e.getCause(), settings.shownProxy(request.uri(), keys));
        }
    }

    private TokenRequestException failure(String name, TokenRequest request, HttpResponse<BoundedBody> answer) {
        String code = ErrorCode.of(request, answer.body());
        TokenRequestException failure = ErrorStatus.failure(
                name, answer.statusCode(), code, keys.apply(request.uriKey()), keys.apply("proxy-user"));
        if (failure.kind() != UNAVAILABLE) {
            return failure;
        }
        Duration wait = answer.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, clock.instant()))
                .orElse(null);
        return new TokenRequestException(UNAVAILABLE, String.valueOf(failure.getMessage()), wait, null)
                .answered(answer.statusCode(), code);
    }
}
