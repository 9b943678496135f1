// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerException;
import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import io.paybearer.engine.Engine;
import io.paybearer.engine.KnownTransports;
import io.paybearer.engine.SecondSending;
import io.paybearer.engine.Sent;
import io.paybearer.spi.TokenEvent;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a 401 that has refused a token: the token is given up, and the request is sent once more with another token. The
 * second request is the first one but for the token; where that cannot be shown, there is none, and the 401 is the
 * application's answer. A 401 says that the provider has not acted, so this holds for every method.
 */
final class Replay {

    private static final System.Logger LOG = System.getLogger("io.paybearer.client");

    private static final byte[] NO_ENTITY = {};

    private static final String SAME_TOKEN = "the next token is the same";

    private final @Nullable Engine engine;
    private final ClientRequestContext request;
    private final Carried carried;
    private final Account account;

    Replay(@Nullable Engine engine, ClientRequestContext request, Carried carried) {
        this.engine = engine;
        this.request = request;
        this.carried = carried;
        this.account = carried.token().account();
    }

    /** Replaces the answer by that to the second request, if there is one. */
    void apply(ClientResponseContext response) throws IOException {
        account.tell(TokenEvent.Type.UNAUTHORIZED);
        boolean fresh = account.refuse(carried.token().token());
        String obstacle;
        try {
            obstacle = obstacle(response);
            if (obstacle == null && engine != null) {
                obstacle = sendAgain(engine, response);
            }
        } catch (ReflectiveOperationException | ClassCastException unknown) {
            obstacle = "the client is another than expected: " + unknown.getMessage();
        }
        if (obstacle != null) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "a call for account ''{0}'' was answered 401 and is not made again: {1}",
                    account.name(),
                    obstacle);
        }
        boolean renewed = obstacle == null || obstacle.equals(SAME_TOKEN);
        if (response.getStatus() == Unauthorized.STATUS && (fresh || renewed)) {
            new FreshRefusal(request, carried).explain(response);
        }
    }

    /** Why the second request could not be shown to be the first one; null if it can. */
    private @Nullable String obstacle(ClientResponseContext response) throws ReflectiveOperationException {
        if (!account.config().replayUnauthorized()) {
            return account.config().key("replay-unauthorized") + " is false";
        }
        if (engine == null) {
            return "nothing is known of " + request.getClass().getName();
        }
        Object transport = engine.transport(request);
        if (!KnownTransports.sendsAgain(transport)) {
            return transport.getClass().getName() + " sends a request only once";
        }
        if (!last(engine.requestFilters(request))) {
            return "a request filter runs after paybearer's, and may have used the token";
        }
        if (response.getHeaders().containsKey(HttpHeaders.SET_COOKIE) && engine.keepsCookies(request)) {
            return "the answer sets a cookie, which the client would send along";
        }
        return changed(engine);
    }

    /** Whether none but ours runs after the filter that has put the token on. */
    private boolean last(List<?> filters) {
        boolean ours = false;
        for (Object filter : filters) {
            if (ours && !(filter instanceof CredentialFilter)) {
                return false;
            }
            ours = ours || filter == carried.filter();
        }
        return ours;
    }

    private @Nullable String changed(Engine known) {
        Sent sent = carried.sent();
        if (sent == null) {
            return known.mayChangeLater(request) ? "nothing of it was kept" : null;
        }
        if (sent.bytes() == null) {
            return "its entity is longer than 1 MiB, or a filter has changed the entity's stream";
        }
        return sent.headersAre(request.getHeaders()) ? null : "a header was set after paybearer's filter";
    }

    /** Why there is no second answer; null if there is. */
    private @Nullable String sendAgain(Engine known, ClientResponseContext response)
            throws IOException, ReflectiveOperationException {
        TokenHeaders successor = successor();
        if (successor == null) {
            return "there is no other token";
        }
        if (successor.token().equals(carried.token().token())) {
            return SAME_TOKEN;
        }
        Sent sent = carried.sent();
        byte[] entity = sent == null ? null : sent.bytes();
        SecondSending second = new SecondSending(carried.token(), successor, entity == null ? NO_ENTITY : entity);
        try {
            if (!known.sendAgain(request, response, second)) {
                return "the provider cannot be reached any more";
            }
        } finally {
            remember(successor);
        }
        account.tell(TokenEvent.Type.REPLAYED);
        return null;
    }

    /** Where the engine has put the second token on this very request, that token is ours from now on. */
    private void remember(TokenHeaders successor) {
        Carried now = carried.with(successor);
        if (now.isOn(request)) {
            request.setProperty(Carried.PROPERTY, now);
        }
    }

    /** The token that calls carry now. Null if there is none. */
    private @Nullable TokenHeaders successor() {
        try {
            return account.headers();
        } catch (PaybearerException unavailable) {
            return null;
        }
    }
}
