package io.paybearer.sandbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps the requests in the order of their arrival. Thread-safe. */
final class Recorder {

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    Entry arrived(Call call, Provider provider) {
        Entry entry = new Entry(call, provider);
        entries.add(entry);
        return entry;
    }

    List<ReceivedRequest> received() {
        return entries.stream().map(entry -> entry.request).toList();
    }

    void clear() {
        entries.clear();
    }

    /** One request; what was decided about it is added before the answer leaves. */
    static final class Entry {

        private volatile ReceivedRequest request;

        private Entry(Call call, Provider provider) {
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
        }
    }
}
