// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way of a request to the page, if there is one and the path is one of its, and otherwise to the stand-ins. */
final class FrontHandler implements HttpHandler {

    private final HttpHandler standIns;
    private volatile @Nullable PageHandler page;

    FrontHandler(HttpHandler standIns) {
        this.standIns = standIns;
    }

    void serve(PageHandler page) {
        this.page = page;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        @Nullable PageHandler present = page;
        String path = exchange.getRequestURI().getRawPath();
        HttpHandler responsible = present != null && PageHandler.owns(path) ? present : standIns;
        responsible.handle(exchange);
    }
}
