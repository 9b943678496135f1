// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerException;
import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import io.paybearer.spi.TokenEvent;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule for a 401 from a provider's API: the token that was sent is given up, and the request is sent once more with a new
 * token where that can be done. A 401 says that the provider has not acted, so the rule holds for every method.
 */
final class Unauthorized {

    private static final int STATUS = 401;

    /** RFC 9110, section 11.6.1. */
    private static final String CHALLENGE = "WWW-Authenticate";

    private static final Pattern BEARER = Pattern.compile("(?:^|,)\\s*bearer(?:\\s|,|$)");
    private static final Pattern ERROR = Pattern.compile("[\\s,]error\\s*=\\s*\"?([a-z_]+)");

    /** The request property that says that the request has been sent once more. */
    private static final String REPLAYED = "io.paybearer.replayed";

    private Unauthorized() {}

    /** An invocation that the application makes again may be sent once more again. */
    static void begin(ClientRequestContext request) {
        if (request.getProperty(REPLAYED) != null) {
            request.removeProperty(REPLAYED);
        }
    }

    /** Keeps the bytes of the entity that is being sent, if the request may have to be sent once more. */
    static void keepEntity(WriterInterceptorContext writing) {
        TokenHeaders sent = Carried.headersBy(writing.getProperty(Carried.PROPERTY));
        if (sent != null && sent.account().config().replayUnauthorized() && Replay.possibleWith(writing)) {
            SentEntity.keep(writing);
        }
    }

    static void apply(ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (response.getStatus() == STATUS) {
            TokenHeaders sent = Carried.headersBy(request.getProperty(Carried.PROPERTY));
            if (sent != null && refusesToken(response.getHeaders().get(CHALLENGE))) {
                refused(request, sent, response);
            }
        }
    }

    /**
     * Whether the challenges of a 401 refuse the token itself: there is no challenge, or that for {@code Bearer} says
     * {@code invalid_token} or nothing (RFC 6750, section 3). With {@code insufficient_scope} the token is good but may not
     * do this, and a challenge for another scheme, such as {@code Basic}, is about another credential.
     */
    private static boolean refusesToken(@Nullable List<String> challenges) {
        if (challenges == null || challenges.isEmpty()) {
            return true;
        }
        String all = String.join(", ", challenges).toLowerCase(Locale.ROOT);
        Matcher error = ERROR.matcher(all);
        return BEARER.matcher(all).find() && (!error.find() || error.group(1).equals("invalid_token"));
    }

    private static void refused(ClientRequestContext request, TokenHeaders sent, ClientResponseContext response)
            throws IOException {
        Account account = sent.account();
        account.tell(TokenEvent.Type.UNAUTHORIZED);
        account.refuse(sent.token());
        Replay replay = Replay.of(request);
        if (account.config().replayUnauthorized() && replay.possible() && request.getProperty(REPLAYED) == null) {
            request.setProperty(REPLAYED, true);
            TokenHeaders successor = successor(sent);
            if (successor != null) {
                replay.send(sent, successor, response);
            }
        }
    }

    /** Another token than the refused one. Null if there is no other; then the 401 is the application's answer. */
    private static @Nullable TokenHeaders successor(TokenHeaders refused) {
        try {
            TokenHeaders successor = refused.account().headers();
            return successor.token().equals(refused.token()) ? null : successor;
        } catch (PaybearerException unavailable) {
            return null;
        }
    }
}
