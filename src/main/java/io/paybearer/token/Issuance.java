// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider for tokens: with the refresh token where there is one, with the credentials otherwise. Tells the listener
 * how each attempt has ended.
 */
final class Issuance implements TokenSource {

    private final TokenDating dating;
    private final Events events;
    private volatile TokenIssuer issuer;

    Issuance(TokenIssuer issuer, TokenDating dating, Events events) {
        this.issuer = issuer;
        this.dating = dating;
        this.events = events;
    }

    @Override
    public void askThrough(TokenIssuer next) {
        issuer = next;
    }

    @Override
    public HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException {
        TokenIssuer present = issuer;
        requireUninterrupted(present);
        long begin = dating.time().monotonicNanos();
        try {
            HeldToken token = held != null && held.refreshable() ? refreshed(present, held) : dated(present::issue);
            events.obtained(present.minted(), since(begin));
            return token;
        } catch (Throwable thrown) { // also checked exceptions that other languages throw undeclared
            throw told(thrown, begin);
        }
    }

    /** A request of an interrupted thread would be broken off at once, and its refresh token spent for nothing. */
    private static void requireUninterrupted(TokenIssuer issuer) {
        if (!issuer.minted() && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread was interrupted before it asked for a token");
        }
    }

    /** The refresh token counts as spent unless the provider has certainly not acted. */
    private HeldToken refreshed(TokenIssuer present, HeldToken held) throws TokenRequestException {
        held.refreshSpent(true);
        try {
            return dated(() ->
                    present.refresh(held.issued()).inheriting(held.issued().refreshToken()));
        } catch (TokenRequestException e) {
            held.refreshSpent(e.kind() != UNAVAILABLE);
            if (e.kind() == REFUSED) {
                return dated(present::issue);
            }
            throw e;
        }
    }

    /** A request to the issuer. */
    private interface Request {
        IssuedToken send() throws TokenRequestException;
    }

    private HeldToken dated(Request request) throws TokenRequestException {
        TokenDating.Moment sent = dating.now();
        IssuedToken token = request.send();
        try {
            HeldToken dated = dating.issued(token, sent);
            if (dated.spentOnArrival()) {
                String message = "the token lives %d s and came so late that nothing remains"
                        .formatted(token.lifetime().toSeconds());
                throw new TokenRequestException(OUTCOME_UNKNOWN, message, null);
            }
            return dated;
        } catch (IllegalArgumentException e) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, String.valueOf(e.getMessage()), null);
        }
    }

    /** Tells of a failure, unless an interrupt has broken the attempt off: that says nothing about the provider. */
    private TokenRequestException told(Throwable thrown, long begin) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread was interrupted while it asked for a token");
        }
        TokenRequestException failure = failure(thrown);
        events.failed(failure, since(begin));
        return failure;
    }

    /**
     * Whatever was thrown, in the one form that callers know. What the provider has done is unknown, unless the exception has
     * that form already.
     */
    static TokenRequestException failure(Throwable thrown) {
        return thrown instanceof TokenRequestException expected
                ? expected
                : new TokenRequestException(
                        OUTCOME_UNKNOWN,
                        "the token issuer failed with " + thrown.getClass().getName(),
                        thrown);
    }

    private Duration since(long begin) {
        return Duration.ofNanos(dating.time().monotonicNanos() - begin);
    }
}
