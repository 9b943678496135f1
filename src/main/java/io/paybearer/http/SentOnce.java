// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request's body that is handed out once. The JDK's client sends a POST again by itself where the system property {@code
 * jdk.httpclient.enableAllMethodRetry} says so; then it finds no body.
 */
final class SentOnce implements BodyPublisher {

    private final BodyPublisher body;
    private final AtomicBoolean sent = new AtomicBoolean();

    SentOnce(BodyPublisher body) {
        this.body = body;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (sent.compareAndSet(false, true)) {
            body.subscribe(subscriber);
            return;
        }
        subscriber.onSubscribe(new Nothing());
        subscriber.onError(new IOException("the request must not be sent again"));
    }

    private static final class Nothing implements Subscription {
        @Override
        public void request(long most) {}

        @Override
        public void cancel() {}
    }
}
