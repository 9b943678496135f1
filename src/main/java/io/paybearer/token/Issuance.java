// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.OAuth2Error;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider for tokens: with the refresh token where there is one, with the credentials otherwise. Tells the listener
 * how each attempt has ended.
 */
final class Issuance implements TokenSource {

    private static final String USED_UP =
            "the refresh token may have been used already, and a provider ends the whole grant"
                    + " if one is used twice; configure a new refresh token";

    /** Errors that judge the client, before its refresh token is looked at. */
    private static final Set<String> OF_THE_CLIENT =
            Set.of(OAuth2Error.INVALID_CLIENT.code(), OAuth2Error.UNAUTHORIZED_CLIENT.code());

    private final TokenDating dating;
    private final Events events;
    private volatile TokenIssuer issuer;
    private volatile boolean seedSpent;

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
            HeldToken token = held != null && held.refreshable() ? refreshed(present, held) : first(present, held);
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

    /** A token by the credential itself. If it is a refresh token that rotates, it is sent once. */
    private HeldToken first(TokenIssuer present, @Nullable HeldToken held) throws TokenRequestException {
        if (!present.rotating()) {
            return dated(present::issue);
        }
        if (held != null || seedSpent) {
            throw new TokenRequestException(REFUSED, USED_UP, null);
        }
        seedSpent = true;
        try {
            return dated(present::issue);
        } catch (TokenRequestException e) {
            seedSpent = mayBeSpent(present, e);
            throw e;
        }
    }

    /** The refresh token counts as spent unless the provider has certainly not used it. */
    private HeldToken refreshed(TokenIssuer present, HeldToken held) throws TokenRequestException {
        held.refreshSpent(true);
        try {
            return dated(() ->
                    present.refresh(held.issued()).inheriting(held.issued().refreshToken()));
        } catch (TokenRequestException e) {
            held.refreshSpent(mayBeSpent(present, e));
            if (e.kind() == REFUSED && !present.rotating()) {
                return dated(present::issue);
            }
            throw e;
        }
    }

    /**
     * Whether a refresh token may have been used up by a request that has failed. A login follows, so it counts as used unless the
     * provider has not acted. Where no login is possible, an answer that does not judge the refresh token leaves it as it was.
     */
    private static boolean mayBeSpent(TokenIssuer issuer, TokenRequestException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE -> false;
            case OUTCOME_UNKNOWN -> true;
            case MISCONFIGURED -> !issuer.rotating();
            case REFUSED ->
                !issuer.rotating()
                        || !failure.error().map(OF_THE_CLIENT::contains).orElse(false);
        };
    }

    /** Whether the credential is used up by the first token. */
    boolean rotating() {
        return issuer.rotating();
    }

    /** The credential may have been used up, by this node or another one. */
    void spendSeed() {
        seedSpent = true;
    }

    /** Whether the credential may have been used up. It matters only if it rotates. */
    boolean seedSpent() {
        return seedSpent;
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
