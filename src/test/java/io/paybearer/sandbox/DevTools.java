// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** A connection to a browser by the DevTools protocol: commands with their results, and the events since the start. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final int LONGEST_SECONDS = 30;

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Long, CompletableFuture<Map<String, Object>>> commands = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private WebSocket socket;

    private DevTools() {}

    static DevTools connect(URI uri) {
        DevTools devTools = new DevTools();
        devTools.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, devTools)
                .join();
        return devTools;
    }

    Map<String, Object> command(String session, String method, Map<String, ?> parameters) {
        long id = lastId.incrementAndGet();
        Map<String, Object> command = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<Map<String, Object>> result = new CompletableFuture<>();
        commands.put(id, result);
        socket.sendText(JsonUtil.toJson(command), true).join();
        return result.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The parameters of a session's events with this name. */
    Stream<Map<String, Object>> events(String session, String method) {
        return events.stream()
                .filter(event -> session.equals(event.get("sessionId")) && method.equals(event.get("method")))
                .map(event -> object(event.get("params")));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            arrived(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void arrived(String text) {
        Map<String, Object> json;
        try {
            json = JsonUtil.parseJson(text);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        if (json.get("id") instanceof Long id) {
            CompletableFuture<Map<String, Object>> result = commands.remove(id);
            if (json.get("error") == null) {
                result.complete(object(json.get("result")));
            } else {
                result.completeExceptionally(new AssertionError(String.valueOf(json.get("error"))));
            }
        } else {
            events.add(json);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
