// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** The way of a request: it is read, recorded, judged or met by a fault, and answered. */
final class SandboxHandler implements HttpHandler {

    private final Router router;
    private final Faults faults;
    private final SwitchedFaults switched;
    private final Recorder recorder;
    private final RequestLog log;

    SandboxHandler(Router router, Faults faults, SwitchedFaults switched, Recorder recorder, RequestLog log) {
        this.router = router;
        this.faults = faults;
        this.switched = switched;
        this.recorder = recorder;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.read(exchange);
            Endpoint endpoint = router.find(call.path());
            Recorder.Entry entry = recorder.arrived(call, endpoint.provider());
            Consumer<Reply> logged = log.arrived(call, endpoint.provider());
            Reply reply = reply(endpoint, call);
            // before the answer is sent: whoever has the answer finds the request recorded
            entry.decided(reply);
            logged.accept(reply);
            send(exchange, reply);
        } catch (InterruptedException stopped) {
            // the sandbox is being closed, and the connection with it
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(Endpoint endpoint, Call call) throws InterruptedException {
        Fault fault = switched.take(call.path()).orElseGet(() -> faults.take(call.path()));
        Reply reply = fault.on(() -> router.answer(endpoint, call));
        return endpoint.place().challenges() ? reply.challenged() : reply;
    }

    static void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
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
