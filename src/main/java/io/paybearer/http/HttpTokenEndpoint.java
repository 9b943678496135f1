// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.origin.HeaderText;
import io.paybearer.origin.Origin;
import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenRequestException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jose4j.json.JsonUtil;

/** A token endpoint over HTTP: sends the request, and tells a usable answer from the kinds of failure. Thread-safe. */
public final class HttpTokenEndpoint implements TokenEndpoint {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final TokenCalls calls;
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
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A call.
     *
     * @param name how messages name it
     * @param uriKey the leaf of the key that names its URI
     * @param repeatable whether it may be sent twice
     */
    private record Call(String name, String uriKey, boolean repeatable) {}

    @Override
    public EndpointAnswer login(URI uri, Map<String, String> headers, Map<String, ?> body)
            throws TokenRequestException {
        return answer(new Call(name(uri), "token-uri", true), request(uri, headers, json(body)));
    }

    @Override
    public EndpointAnswer post(URI uri, Map<String, String> headers, Map<String, ?> body) throws TokenRequestException {
        return answer(new Call(name(uri), "refresh-uri", false), request(uri, headers, new SentOnce(json(body))));
    }

    private static String name(URI uri) {
        return "POST " + Origin.of(uri) + uri.getRawPath();
    }

    private static BodyPublisher json(Map<String, ?> members) {
        return HttpRequest.BodyPublishers.ofString(JsonUtil.toJson(members));
    }

    private static HttpRequest request(URI uri, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(body);
        headers.forEach((name, value) -> request.header(name, HeaderText.requireValue(value, "the header " + name)));
        return request.build();
    }

    private EndpointAnswer answer(Call call, HttpRequest request) throws TokenRequestException {
        HttpResponse<BoundedBody> answer = sent(call, request);
        if (answer.statusCode() / 100 != 2) {
            throw failure(call, answer);
        }
        return new AnswerText(call.name(), answer, LONGEST_ANSWER).read(answer.body(), answer.headers());
    }

    private HttpResponse<BoundedBody> sent(Call call, HttpRequest request) throws TokenRequestException {
        try {
            return calls.send(request, call.repeatable(), limit);
        } catch (TimeoutException e) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, call.name() + " did not answer within " + limit, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRequestException(OUTCOME_UNKNOWN, call.name() + " was interrupted", e);
        } catch (ExecutionException e) {
            throw NoAnswer.of(call.name(), e.getCause());
        }
    }

    private TokenRequestException failure(Call call, HttpResponse<BoundedBody> answer) {
        TokenRequestException failure =
                ErrorStatus.failure(call.name(), answer, keys.apply(call.uriKey()), keys.apply("proxy"));
        if (failure.kind() != UNAVAILABLE) {
            return failure;
        }
        Duration wait = answer.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, clock.instant()))
                .orElse(null);
        return new TokenRequestException(UNAVAILABLE, String.valueOf(failure.getMessage()), wait, null);
    }
}
