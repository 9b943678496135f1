package io.paybearer.token;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenStore;
import java.util.Optional;
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
        String present = store.get(key);
        LiveToken stored = present == null ? null : decoded(present).orElse(null);
        if (stored == null) {
            return published(present, provider.obtain(held));
        }
        if (sameToken(stored, held)) {
            return published(present, provider.obtain(held));
        }
        boolean fresh = stored.freshness(dating.time()) == Freshness.FRESH;
        return fresh ? stored : published(present, provider.obtain(stored));
    }

    private Optional<LiveToken> decoded(String text) {
        return TokenRecord.decode(text).map(found -> dating.adopted(found.token(), found.sentMillis()));
    }

    private static boolean sameToken(LiveToken stored, @Nullable LiveToken held) {
        return held != null && stored.accessToken().equals(held.accessToken());
    }

    private LiveToken published(@Nullable String present, LiveToken token) {
        String text = new TokenRecord(token.issued(), token.sentMillis()).encode();
        if (present == null) {
            store.putIfAbsent(key, text);
        } else {
            store.replace(key, present, text);
        }
        return token;
    }
}
