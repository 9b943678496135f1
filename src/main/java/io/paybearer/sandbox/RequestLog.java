// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The last requests that were received, as the page shows them: without secrets. It is empty until there is a page. Thread-safe. */
final class RequestLog {

    static final int LONGEST = 200;

    private final ShownTokens tokens;
    private final SandboxSettings settings;
    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private volatile boolean open;
    private int lastId;
    private int count;

    RequestLog(ShownTokens tokens, SandboxSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** From now on requests are kept. */
    void open() {
        open = true;
    }

    /** Keeps a request. What is returned takes the answer, as soon as it is decided. */
    Consumer<Reply> arrived(Call call, Provider provider) {
        return open ? added(call, provider, tokens.of(call, provider))::decided : reply -> {};
    }

    private synchronized LoggedRequest added(Call call, Provider provider, List<ShownToken> shown) {
        LoggedRequest request = new LoggedRequest(++lastId, settings.now(), call, provider, shown);
        requests.addFirst(request);
        if (requests.size() > LONGEST) {
            requests.removeLast();
        }
        count++;
        return request;
    }

    synchronized void clear() {
        requests.clear();
        count = 0;
    }

    /** How many requests have arrived; more than are kept. */
    synchronized int count() {
        return count;
    }

    /** The requests, the last one first. */
    synchronized List<Map<String, Object>> members(Instant now) {
        return requests.stream().map(request -> request.members(now)).toList();
    }
}
