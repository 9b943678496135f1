// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request of the application once more, after the provider has answered 401.
 *
 * <p>The application's own client is not used for it: the client's filters have run already, and some implementations of
 * Jakarta REST cannot be called from within a response filter. Redirects are not followed. Thread-safe.
 */
public final class HttpReplays {

    /** How long the second call may take in all. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private record Kept(@Nullable SSLContext tls, HttpCalls calls) {}

    private final EndpointSettings settings;
    private volatile @Nullable Kept kept;

    /**
     * The replays of one account.
     *
     * @param settings connect timeout, proxy, and which certificates to trust where {@link #send} is not told
     */
    public HttpReplays(EndpointSettings settings) {
        this.settings = settings;
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @param tls which certificates to trust; null means those that the account or else the JVM trusts
     * @return the answer, whatever its status
     * @throws NotSentException if the provider could not be reached; nothing has been sent
     * @throws IOException if no complete answer came; the request may have been acted upon
     */
    public HttpResponse<byte[]> send(HttpRequest request, @Nullable SSLContext tls) throws IOException {
        try {
            return calls(tls).send(request, LONGEST);
        } catch (TimeoutException e) {
            throw new IOException("the call was made again with a new token, and not answered within " + LONGEST, e);
        } catch (InterruptedException e) {
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

    private HttpCalls calls(@Nullable SSLContext tls) {
        Kept present = kept;
        if (present == null || present.tls() != tls) {
            present = new Kept(tls, new HttpCalls(() -> configured(tls), LONGEST_ANSWER));
            kept = present;
        }
        return present.calls();
    }

    private HttpClient.Builder configured(@Nullable SSLContext tls) {
        HttpClient.Builder builder = settings.httpClient();
        return tls == null ? builder : builder.sslContext(tls);
    }

    /** The provider could not be reached, so the request has not been sent. */
    public static final class NotSentException extends IOException {

        private static final long serialVersionUID = 1L;

        NotSentException(@Nullable Throwable cause) {
            super("the call could not be made again with a new token", cause);
        }
    }
}
