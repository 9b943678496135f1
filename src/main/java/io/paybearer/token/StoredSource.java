package io.paybearer.token;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenStore;
import org.jspecify.annotations.Nullable;

/** Looks into the store before it asks the provider, and leaves there what it got. */
final class StoredSource implements TokenSource {

    private final TokenStore store;
    private final String key;
    private final TokenDating dating;
    private final TokenSource provider;

    StoredSource(TokenStore store, String key, TokenDating dating, TokenSource provider) {
        this.store = store;
        this.key = key;
        this.dating = dating;
        this.provider = provider;
    }

    @Override
    public LiveToken obtain(@Nullable LiveToken held) throws TokenRequestException {
        String text = store.get(key);
        LiveToken stored = text == null ? null : decoded(text);
        if (stored == null || (held != null && stored.accessToken().equals(held.accessToken()))) {
            return replaced(text, held);
        }
        return servesBetter(stored, held) ? stored : replaced(text, stored);
    }

    private @Nullable LiveToken decoded(String text) {
        return TokenRecord.decode(text)
                .flatMap(found -> dating.adopted(found.token(), found.sentMillis()))
                .orElse(null);
    }

    private boolean servesBetter(LiveToken stored, @Nullable LiveToken held) {
        Freshness now = stored.freshness(dating.time());
        Freshness before = held == null ? Freshness.EXPIRED : held.freshness(dating.time());
        return now.compareTo(Freshness.CRITICAL) < 0 && now.compareTo(before) < 0;
    }

    private LiveToken replaced(@Nullable String text, @Nullable LiveToken previous) throws TokenRequestException {
        LiveToken successor = obtained(text, previous);
        publish(text, new TokenRecord(successor.issued(), successor.sentMillis()));
        return successor;
    }

    private LiveToken obtained(@Nullable String text, @Nullable LiveToken previous) throws TokenRequestException {
        try {
            return provider.obtain(previous);
        } catch (TokenRequestException | RuntimeException e) {
            if (text != null && previous != null && previous.refreshSpent()) {
                publish(text, new TokenRecord(unrefreshable(previous.issued()), previous.sentMillis()));
            }
            throw e;
        }
    }

    /** Nobody may find a refresh token that may have been used up. */
    private static IssuedToken unrefreshable(IssuedToken token) {
        return new IssuedToken(token.accessToken(), null, token.lifetime());
    }

    private void publish(@Nullable String expected, TokenRecord next) {
        if (expected == null) {
            store.putIfAbsent(key, next.encode());
        } else {
            store.replace(key, expected, next.encode());
        }
    }
}
