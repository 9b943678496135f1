// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer, read up to a limit. Beyond the limit the connection is closed. It cannot be printed. */
final class BoundedBody {

    private final byte[] bytes;
    private final Ending ending;

    private BoundedBody(byte[] bytes, Ending ending) {
        this.bytes = bytes;
        this.ending = ending;
    }

    /** How the reading of a body ended. */
    enum Ending {
        /** The body was read to its end. */
        WHOLE,
        /** The body is longer than the limit. */
        TOO_LONG,
        /** The connection broke before the body's end. */
        BROKEN_OFF
    }

    /** What reads a body of at most so many bytes. It never fails: the answer's head is known, whatever becomes of the body. */
    static BodySubscriber<BoundedBody> upTo(int limit) {
        return new Reader(limit);
    }

    /** What was read; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** How the reading ended. */
    Ending ending() {
        return ending;
    }

    @Override
    public String toString() {
        return "BoundedBody[" + ending + "]";
    }

    private static final class Reader implements BodySubscriber<BoundedBody> {

        private final int limit;
        private final CompletableFuture<BoundedBody> body = new CompletableFuture<>();
        private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
        private @Nullable Subscription subscription;

        Reader(int limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<BoundedBody> getBody() {
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
                end(Ending.TOO_LONG);
            }
        }

        @Override
        public void onError(Throwable failure) {
            end(Ending.BROKEN_OFF);
        }

        @Override
        public void onComplete() {
            end(Ending.WHOLE);
        }

        private void end(Ending ending) {
            body.complete(new BoundedBody(collected.toByteArray(), ending));
        }
    }
}
