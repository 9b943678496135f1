package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;

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
    public LiveToken obtain(@Nullable LiveToken held) throws TokenRequestException {
        return held != null && held.refreshable() ? refreshed(held) : issued();
    }

    private LiveToken refreshed(LiveToken held) throws TokenRequestException {
        TokenDating.Moment sent = dating.now();
        try {
            IssuedToken successor = issuer.refresh(held.issued());
            return dated(successor.inheriting(held.issued().refreshToken()), sent);
        } catch (TokenRequestException e) {
            if (e.kind() == REFUSED) {
                held.refreshSpent();
                return issued();
            }
            if (e.kind() == OUTCOME_UNKNOWN) {
                held.refreshSpent();
            }
            throw e;
        }
    }

    private LiveToken issued() throws TokenRequestException {
        TokenDating.Moment sent = dating.now();
        return dated(issuer.issue(), sent);
    }

    private LiveToken dated(IssuedToken token, TokenDating.Moment sent) throws TokenRequestException {
        try {
            LiveToken live = dating.issued(token, sent);
            if (live.freshness(dating.time()) == Freshness.EXPIRED) {
                throw new TokenRequestException(OUTCOME_UNKNOWN, "the token had expired when it arrived", null);
            }
            return live;
        } catch (IllegalArgumentException e) {
            throw new TokenRequestException(OUTCOME_UNKNOWN, String.valueOf(e.getMessage()), null);
        }
    }
}
