package io.paybearer.endpoint;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
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

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private record Kept(@Nullable SSLContext tls, PassingHttpClient client) {}

    private volatile @Nullable Kept kept;

    /**
     * Sends a request.
     *
     * @param request the request
     * @param tls whom to trust, or null for the JVM's
     * @return the answer, whatever its status
     * @throws IOException if no complete answer came; the request may have been acted upon
     */
    public HttpResponse<byte[]> send(HttpRequest request, @Nullable SSLContext tls) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client(tls).sendAsync(request, head -> new BoundedBody(LONGEST_ANSWER));
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
            throw new IOException("the call was made again with a new token, and failed", e.getCause());
        }
    }

    private HttpClient client(@Nullable SSLContext tls) {
        Kept present = kept;
        if (present == null || present.tls() != tls) {
            present = new Kept(tls, new PassingHttpClient(() -> configured(tls)));
            kept = present;
        }
        return present.client().get();
    }

    private static HttpClient.Builder configured(@Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT);
        return tls == null ? builder : builder.sslContext(tls);
    }
}
