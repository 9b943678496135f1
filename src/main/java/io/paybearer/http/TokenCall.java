// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.TokenRequestException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Exchanges with a token endpoint, each limited in time and size. Thread-safe. */
final class TokenCall {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final EndpointSettings settings;
    private final PassingHttpClient http;

    TokenCall(EndpointSettings settings) {
        this.settings = settings;
        this.http = new PassingHttpClient(settings::httpClient);
    }

    /** The answer, whatever its status. */
    HttpResponse<byte[]> send(HttpRequest request, String place) throws TokenRequestException {
        HttpClient client = http.get();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(LONGEST_ANSWER));
        try {
            return answer.get(limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TokenRequestException(OUTCOME_UNKNOWN, place + " did not answer within " + limit(), null);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TokenRequestException(OUTCOME_UNKNOWN, place + " was interrupted", e);
        } catch (ExecutionException e) {
            throw failure(place, e.getCause());
        }
    }

    private Duration limit() {
        return settings.connectTimeout().plus(settings.readTimeout());
    }

    private static TokenRequestException failure(String place, @Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return unreachable(place, "the connection was not accepted in time", cause);
        }
        if (cause instanceof ConnectException) {
            return unreachable(
                    place, "no such host, or the connection was refused; check the URI and the proxy", cause);
        }
        if (cause instanceof SSLHandshakeException) {
            return unreachable(
                    place, "TLS failed (" + cause.getMessage() + "); check the URI and the trust store", cause);
        }
        String reason = cause == null ? "" : ": " + cause.getMessage();
        return new TokenRequestException(OUTCOME_UNKNOWN, place + " gave no usable answer" + reason, cause);
    }

    private static TokenRequestException unreachable(String place, String reason, Throwable cause) {
        return new TokenRequestException(UNAVAILABLE, place + " could not be reached: " + reason, cause);
    }
}
