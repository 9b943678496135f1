// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;

/** Takes a request from the wire to its answer: read, record, fault or judge, send. */
final class SandboxHandler implements HttpHandler {

    private final Router router;
    private final Faults faults;
    private final Recorder recorder;

    SandboxHandler(Router router, Faults faults, Recorder recorder) {
        this.router = router;
        this.faults = faults;
        this.recorder = recorder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.read(exchange);
            Endpoint endpoint = router.find(call.path());
            Recorder.Entry entry = recorder.arrived(call, endpoint.provider());
            Reply reply = reply(endpoint, call);
            // Before the answer leaves: a caller that has its answer finds it recorded.
            entry.decided(reply);
            send(exchange, reply);
        } catch (InterruptedException stopped) {
            // The sandbox is being closed; the connection goes with it.
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(Endpoint endpoint, Call call) throws InterruptedException {
        Reply reply = faults.take(call.path()).on(() -> router.answer(endpoint, call));
        return endpoint.challenges() ? reply.challenged() : reply;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
        if (reply.isDropped()) {
            return;
        }
        reply.headers().forEach((name, value) -> {
            if (!value.isEmpty()) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        exchange.sendResponseHeaders(reply.status(), reply.length());
        if (reply.length() >= 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                reply.body().writeTo(out);
            }
        }
    }
}
