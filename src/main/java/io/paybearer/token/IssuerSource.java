// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import org.jspecify.annotations.Nullable;

/** Gets tokens from the provider: by the refresh token where there is one, by the credentials otherwise. */
final class IssuerSource implements TokenSource {

    private final TokenIssuer issuer;
    private final TokenDating dating;

    IssuerSource(TokenIssuer issuer, TokenDating dating) {
        this.issuer = issuer;
        this.dating = dating;
    }

    @Override
    public HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException {
        requireUninterrupted();
        return held != null && held.refreshable() ? refreshed(held) : issued();
    }

    @Override
    public boolean remote() {
        return !issuer.minted();
    }

    /** A request of an interrupted thread would be broken off at once, and its refresh token spent for nothing. */
    private void requireUninterrupted() throws TokenRequestException {
        if (!issuer.minted() && Thread.currentThread().isInterrupted()) {
            throw new TokenRequestException(
                    UNAVAILABLE, "the thread was interrupted before it asked for a token", null);
        }
    }

    /** The refresh token counts as spent unless it certainly is not. */
    private HeldToken refreshed(HeldToken held) throws TokenRequestException {
        TokenDating.Moment sent = dating.now();
        held.refreshSpent(true);
        try {
            IssuedToken successor = issuer.refresh(held.issued());
            return dated(successor.inheriting(held.issued().refreshToken()), sent);
        } catch (TokenRequestException e) {
            held.refreshSpent(e.kind() != UNAVAILABLE);
            if (e.kind() == REFUSED) {
                return issued();
            }
            throw e;
        }
    }

    private HeldToken issued() throws TokenRequestException {
        TokenDating.Moment sent = dating.now();
        return dated(issuer.issue(), sent);
    }

    private HeldToken dated(IssuedToken token, TokenDating.Moment sent) throws TokenRequestException {
        try {
            HeldToken live = dating.issued(token, sent);
            if (live.spentOnArrival()) {
                String message = "the token lives %d s and came so late that nothing remains"
                        .formatted(token.lifetime().toSeconds());
                throw new TokenRequestException(OUTCOME_UNKNOWN, message, null);
            }
            return live;
        } catch (IllegalArgumentException e) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, String.valueOf(e.getMessage()), null);
        }
    }
}
