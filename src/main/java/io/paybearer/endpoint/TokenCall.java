package io.paybearer.endpoint;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.TokenRequestException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with a token endpoint, limited in time and size.
 *
 * <p>Each has an HTTP client of its own: calls are minutes apart, so a pooled connection would be a stale one, and a request
 * whose refresh token may be used once only must not meet it. The client's threads end with it.
 */
final class TokenCall {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final EndpointSettings settings;

    TokenCall(EndpointSettings settings) {
        this.settings = settings;
    }

    /** The answer, whatever its status. */
    HttpResponse<byte[]> send(HttpRequest request, String place) throws TokenRequestException {
        HttpClient client = client();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = answer.get(limit().toMillis(), TimeUnit.MILLISECONDS);
            close(client);
            return response;
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

    private HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(new ShortLivedThreads());
        settings.proxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
        settings.tls().ifPresent(builder::sslContext);
        return builder.build();
    }

    /** From Java 21 on a client can be closed; before, it ends when the garbage collector finds it. */
    private static void close(Object client) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("an HTTP client could not be closed", e);
            }
        }
    }

    private static TokenRequestException failure(String place, @Nullable Throwable cause) {
        boolean nothingSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException;
        String message = nothingSent
                ? place + " could not be reached: " + cause
                : place + " gave no usable answer" + (cause == null ? "" : ": " + cause.getMessage());
        return new TokenRequestException(nothingSent ? UNAVAILABLE : OUTCOME_UNKNOWN, message, cause);
    }
}
