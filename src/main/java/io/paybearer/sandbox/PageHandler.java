// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/**
 * The page at {@code /}, what it shows at {@code /sandbox/state} as JSON, and below {@code /sandbox} what it can change. Its
 * requests are neither recorded nor met by faults.
 */
final class PageHandler implements HttpHandler {

    static final String PAGE = "/";
    static final String BASE = "/sandbox";
    static final String STATE = BASE + "/state";
    private static final String ICON = "/favicon.ico";

    private final PageText text = PageText.read();
    private final PageState state;
    private final PageActions actions;

    PageHandler(PageState state, PageActions actions) {
        this.state = state;
        this.actions = actions;
    }

    static boolean owns(String path) {
        return path.equals(PAGE) || path.equals(ICON) || path.equals(BASE) || path.startsWith(BASE + "/");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SandboxHandler.send(exchange, reply(Call.read(exchange)).withHeaders(text.headers()));
        } catch (InterruptedException stopped) {
            // the sandbox is being closed, and the connection with it
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(Call call) {
        try {
            PageGuard.requireLoopback(call);
            return answer(call);
        } catch (Refused refused) {
            return refused.reply(Map.of("error", refused.reason()));
        }
    }

    private Reply answer(Call call) {
        if (call.path().equals(PAGE)) {
            requireGet(call);
            return text.reply();
        }
        PageGuard.requireSameSite(call);
        if (call.path().equals(STATE)) {
            requireGet(call);
            return Reply.json(state.members());
        }
        actions.act(call);
        return Reply.json(state.members());
    }

    private static void requireGet(Call call) {
        if (!"GET".equals(call.method())) {
            throw new Refused(405, "method is not GET");
        }
    }
}
