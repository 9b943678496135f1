// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerException;
import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import io.paybearer.spi.TokenEvent;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What follows a 401 from a provider's API: the token that was sent is given up, and the call is made once more with a new one
 * where that can be done. A 401 says that the provider has not acted, so that holds for every method.
 */
final class UnauthorizedRule {

    private static final int UNAUTHORIZED = 401;
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String REPLAYED = "io.paybearer.replayed";

    private UnauthorizedRule() {}

    /** An invocation that is made again may be replayed again. */
    static void begin(ClientRequestContext request) {
        if (request.getProperty(REPLAYED) != null) {
            request.removeProperty(REPLAYED);
        }
    }

    static void apply(ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (response.getStatus() == UNAUTHORIZED) {
            TokenHeaders sent = Served.credential(request.getProperty(Served.PROPERTY));
            if (sent != null && Challenges.refuseToken(response.getHeaders().get(CHALLENGE))) {
                refused(request, sent, response);
            }
        }
    }

    private static void refused(ClientRequestContext request, TokenHeaders sent, ClientResponseContext response)
            throws IOException {
        Account account = sent.account();
        account.tell(TokenEvent.Type.UNAUTHORIZED);
        account.refuse(sent.token());
        Replay replay = Replay.of(request);
        if (account.config().replayUnauthorized() && replay.possible() && request.getProperty(REPLAYED) == null) {
            request.setProperty(REPLAYED, true);
            replay(replay, sent, response);
        }
    }

    private static void replay(Replay replay, TokenHeaders sent, ClientResponseContext response) throws IOException {
        TokenHeaders successor = successor(sent);
        if (successor != null) {
            replay.send(sent, successor, response);
        }
    }

    /** Another token than the one that was refused; null if there is none, and then the 401 is the answer. */
    private static @Nullable TokenHeaders successor(TokenHeaders sent) {
        try {
            TokenHeaders successor = sent.account().headers();
            return successor.token().equals(sent.token()) ? null : successor;
        } catch (PaybearerException unavailable) {
            return null;
        }
    }
}
