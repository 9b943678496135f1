// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import io.paybearer.thread.OwnThreads;
import io.paybearer.thread.Waits;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests for tokens over HTTP/1.1, each limited in time and in the size of its answer. Redirects are not followed.
 * Thread-safe.
 *
 * <p>A request is made by a thread of its own, while the caller waits for the answer by {@link Waits}. That thread calls {@link
 * HttpClient#send}: {@code sendAsync} would have the common pool deliver the answer, and the callers who wait may fill that
 * pool.
 *
 * <p>Calls that follow one another share an HTTP client. Only the calls under way hold it, so that the garbage collector
 * ends its thread and its connections soon after the last of them.
 */
final class TokenCalls {

    private final Supplier<HttpClient.Builder> settings;
    private final int longestAnswer;
    private final Executor threads = OwnThreads.asManyAsNeeded("paybearer-http");
    private volatile WeakReference<@Nullable Connections> last = new WeakReference<>(null);

    /** An HTTP client, and whether it may have kept a connection of an earlier call. */
    private static final class Connections {

        private final HttpClient client;
        private volatile boolean kept;

        Connections(HttpClient client) {
            this.client = client;
        }
    }

    /** Calls through clients with these settings. Of an answer at most {@code longestAnswer} bytes are read. */
    TokenCalls(Supplier<HttpClient.Builder> settings, int longestAnswer) {
        this.settings = settings;
        this.longestAnswer = longestAnswer;
    }

    /**
     * Sends a request.
     *
     * @param repeatable whether the request is sent once more, on a new connection, if the other side has closed a kept
     *     connection instead of answering
     * @param limit how long all of this may take
     * @return the answer, whatever its status
     * @throws TimeoutException if the whole answer was not there within the limit
     * @throws ExecutionException if no head of an answer came; its cause says why
     */
    HttpResponse<BoundedBody> send(HttpRequest request, boolean repeatable, Duration limit)
            throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<HttpResponse<BoundedBody>> call = new FutureTask<>(() -> answer(request, repeatable));
        threads.execute(call);
        try {
            return Waits.outcome(call, limit);
        } catch (TimeoutException | InterruptedException e) {
            call.cancel(true);
            throw e;
        }
    }

    private HttpResponse<BoundedBody> answer(HttpRequest request, boolean repeatable)
            throws IOException, InterruptedException {
        Connections present = connections();
        boolean again = repeatable && present.kept;
        try {
            return answer(request, present);
        } catch (IOException e) {
            if (again && NoAnswer.closedBeforehand(e)) {
                return answer(request, renewed());
            }
            throw e;
        }
    }

    private HttpResponse<BoundedBody> answer(HttpRequest request, Connections present)
            throws IOException, InterruptedException {
        HttpResponse<BoundedBody> answer = present.client.send(request, head -> BoundedBody.upTo(longestAnswer));
        present.kept = true;
        return answer;
    }

    private Connections connections() {
        Connections present = last.get();
        return present == null ? renewed() : present;
    }

    private Connections renewed() {
        Connections next = new Connections(settings.get()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build());
        last = new WeakReference<>(next);
        return next;
    }
}
