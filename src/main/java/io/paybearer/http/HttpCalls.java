// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 calls, each limited in time and in the size of its answer. Redirects are not followed. Thread-safe.
 *
 * <p>Calls that follow one another share an HTTP client. Only the calls under way hold it, so that the garbage collector
 * ends its thread and its connections soon after the last of them.
 */
final class HttpCalls {

    private final Supplier<HttpClient.Builder> settings;
    private final int longestAnswer;
    private volatile WeakReference<@Nullable HttpClient> last = new WeakReference<>(null);

    /** Calls through clients with these settings; an answer longer than {@code longestAnswer} bytes is a failure. */
    HttpCalls(Supplier<HttpClient.Builder> settings, int longestAnswer) {
        this.settings = settings;
        this.longestAnswer = longestAnswer;
    }

    /**
     * Sends a request.
     *
     * @return the answer, whatever its status
     * @throws TimeoutException if the whole answer was not there within the limit
     * @throws ExecutionException if the call failed; its cause says why
     */
    HttpResponse<byte[]> send(HttpRequest request, Duration limit)
            throws ExecutionException, TimeoutException, InterruptedException {
        HttpClient client = client();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(longestAnswer));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private HttpClient client() {
        HttpClient present = last.get();
        if (present == null) {
            present = settings.get()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(threads())
                    .build();
            last = new WeakReference<>(present);
        }
        return present;
    }

    /** Threads that read answers. Each ends a second after its last work. */
    private static Executor threads() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpCalls::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "paybearer-http");
        thread.setDaemon(true);
        thread.setContextClassLoader(HttpCalls.class.getClassLoader());
        return thread;
    }

    /** An answer's body, collected up to a limit. Beyond the limit the connection is closed. */
    private static final class BoundedBody implements BodySubscriber<byte[]> {

        private final int limit;
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
        private @Nullable Subscription subscription;

        BoundedBody(int limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Subscription answer) {
            subscription = answer;
            answer.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[Math.min(buffer.remaining(), limit + 1 - collected.size())];
                buffer.get(bytes);
                collected.write(bytes, 0, bytes.length);
            }
            if (collected.size() > limit && subscription != null) {
                subscription.cancel();
                body.completeExceptionally(new IOException("its answer is longer than " + limit + " bytes"));
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(collected.toByteArray());
        }
    }
}
