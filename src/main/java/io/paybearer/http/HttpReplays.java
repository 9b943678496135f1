// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.io.IOException;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends application requests again, outside the client that sent them first: its filters have run, and some
 * implementations cannot be called from within a response filter.
 *
 * <p>It follows no redirects. Thread-safe.
 */
public final class HttpReplays {

    /** How long a replay may take in all. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** The longest answer that is taken. */
    public static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private record Kept(@Nullable SSLContext tls, PassingHttpClient client) {}

    private final EndpointSettings settings;
    private volatile @Nullable Kept kept;

    /**
     * What sends an account's calls again.
     *
     * @param settings connect timeout, proxy, and whom to trust where the caller does not say
     */
    public HttpReplays(EndpointSettings settings) {
        this.settings = settings;
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @param tls whom to trust, or null for what the account or the JVM trusts
     * @return the answer, whatever its status
     * @throws NotSentException if the provider could not be reached, so that nothing has been sent
     * @throws IOException if no complete answer came; the request may have been acted upon
     */
    public HttpResponse<byte[]> send(HttpRequest request, @Nullable SSLContext tls) throws IOException {
        HttpClient client = client(tls);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(LONGEST_ANSWER));
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("the call was made again with a new token, and not answered within " + LONGEST, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the call was made again with a new token", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        boolean nothingSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        return nothingSent
                ? new NotSentException(cause)
                : new IOException("the call was made again with a new token, and failed", cause);
    }

    private HttpClient client(@Nullable SSLContext tls) {
        Kept present = kept;
        if (present == null || present.tls() != tls) {
            present = new Kept(tls, new PassingHttpClient(() -> configured(tls)));
            kept = present;
        }
        return present.client().get();
    }

    private HttpClient.Builder configured(@Nullable SSLContext tls) {
        HttpClient.Builder builder = settings.httpClient();
        return tls == null ? builder : builder.sslContext(tls);
    }

    /** The provider could not be reached. */
    public static final class NotSentException extends IOException {

        private static final long serialVersionUID = 1L;

        NotSentException(@Nullable Throwable cause) {
            super("the call could not be made again with a new token", cause);
        }
    }
}
