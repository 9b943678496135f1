// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenStore;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One credential's place in a store. Who wants to renew its token takes the lease first; each step is a compare-and-set on
 * the very text that was read, so a lease that somebody else has taken over can neither be published on nor given back.
 */
final class StoreSlot {

    private final TokenStore store;
    private final TokenSealer sealer;
    private final String key;
    private final TokenDating dating;

    StoreSlot(TokenStore store, TokenSealer sealer, String key, TokenDating dating) {
        this.store = store;
        this.sealer = sealer;
        this.key = key;
        this.dating = dating;
    }

    /** What was read at one moment: the raw text, its parts, and the token if it can be put to use. */
    record Seen(
            @Nullable String raw, StoredText text, @Nullable HeldToken token) {}

    /** Reads; a token that the caller holds is taken for the stored one if it is the same, and learns what became of it. */
    Seen read(@Nullable HeldToken held) throws StoreOutage {
        String raw = asked(() -> store.get(key));
        StoredText text = StoredText.parse(raw);
        HeldToken stored = sealer.open(key, text.sealed())
                .flatMap(TokenRecord::decode)
                .flatMap(found -> dating.adopted(found.token(), found.sentMillis()))
                .orElse(null);
        if (stored == null || held == null || !stored.accessToken().equals(held.accessToken())) {
            return new Seen(raw, text, stored);
        }
        if (!stored.refreshable()) {
            held.refreshSpent(true);
        }
        return new Seen(raw, text, held);
    }

    /** Takes the lease, from its holder too; null if somebody was faster. */
    @Nullable Seen lease(Seen seen) throws StoreOutage {
        StoredText mine = seen.text().leasedBy(UUID.randomUUID().toString());
        return written(seen, mine.text()) ? new Seen(mine.text(), mine, seen.token()) : null;
    }

    /** Ends the lease with another record; false if it has been taken over. */
    boolean publish(Seen mine, TokenRecord next) throws StoreOutage {
        return written(mine, new StoredText("", sealer.seal(key, next.encode())).text());
    }

    /** Ends the lease and leaves the record as it is; false if it has been taken over. */
    boolean giveBack(Seen mine) throws StoreOutage {
        return written(mine, mine.text().leasedBy("").text());
    }

    private boolean written(Seen seen, String next) throws StoreOutage {
        String raw = seen.raw();
        return asked(() -> raw == null ? store.putIfAbsent(key, next) : store.replace(key, raw, next));
    }

    private static <T extends @Nullable Object> T asked(Supplier<T> operation) throws StoreOutage {
        try {
            return operation.get();
        } catch (RuntimeException e) {
            throw new StoreOutage(e);
        }
    }
}
