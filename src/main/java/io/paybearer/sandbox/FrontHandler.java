// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of a request to the page, if there is one and the path is one of its, and otherwise to the stand-ins. */
final class FrontHandler implements HttpHandler {

    private final Router router;
    private final RequestLog log;
    private final SwitchedFaults switched = new SwitchedFaults();
    private final SandboxHandler standIns;
    private volatile @Nullable PageHandler page;

    FrontHandler(Router router, Faults faults, Recorder recorder, RequestLog log) {
        this.router = router;
        this.log = log;
        standIns = new SandboxHandler(router, faults, switched, recorder, log);
    }

    void servePage(PaymentSandbox sandbox, Map<SandboxAccount, String> accounts) {
        log.open();
        page = new PageHandler(
                new PageState(sandbox, log, switched, accounts), new PageActions(sandbox, log, switched, router));
    }

    void clear() {
        log.clear();
    }

    void reset() {
        log.clear();
        switched.clear();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        @Nullable PageHandler present = page;
        String path = exchange.getRequestURI().getRawPath();
        HttpHandler responsible = present != null && PageHandler.owns(path) ? present : standIns;
        responsible.handle(exchange);
    }
}
