// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The requests that were received, in the order of their arrival. Thread-safe. */
final class Recorder {

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Consumer<ReceivedRequest> forward;

    Entry arrived(Call call, Provider provider) {
        @Nullable Consumer<ReceivedRequest> receiver = forward;
        Entry entry = new Entry(call, provider, receiver);
        if (receiver == null) {
            entries.add(entry);
        }
        return entry;
    }

    /** Hands over each request that arrives from now on, as soon as its answer is decided, and does not keep it. */
    void forward(Consumer<ReceivedRequest> receiver) {
        forward = receiver;
    }

    /** Keeps each request that arrives from now on, as at the start. */
    void keep() {
        forward = null;
    }

    List<ReceivedRequest> received() {
        return entries.stream().map(entry -> entry.request).toList();
    }

    int count(String path) {
        return (int) received().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    void clear() {
        entries.clear();
    }

    /** One request. Status and verdict are added before its answer is sent. */
    static final class Entry {

        private volatile ReceivedRequest request;

        private final @Nullable Consumer<ReceivedRequest> receiver;

        private Entry(Call call, Provider provider, @Nullable Consumer<ReceivedRequest> receiver) {
            this.receiver = receiver;
            request = new ReceivedRequest(
                    provider, call.method(), call.path(), call.query(), call.headers(), call.body(), 0, "pending");
        }

        void decided(Reply reply) {
            ReceivedRequest was = request;
            request = new ReceivedRequest(
                    was.provider(),
                    was.method(),
                    was.path(),
                    was.query(),
                    was.headers(),
                    was.body(),
                    reply.status(),
                    reply.verdict());
            if (receiver != null) {
                receiver.accept(request);
            }
        }
    }
}
