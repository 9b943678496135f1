// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenEvent.Type.ADOPTED;
import static io.paybearer.spi.TokenEvent.Type.OVERTAKEN;
import static io.paybearer.spi.TokenEvent.Type.STORE_BACK;
import static io.paybearer.spi.TokenEvent.Type.STORE_LOST;
import static io.paybearer.spi.TokenEvent.Type.TAKEN_OVER;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the store before it asks the provider, asks only with the lease, and leaves there what it got. Without its store
 * it goes on alone: it logs in anew each time, since a refresh token that was shared may be in use elsewhere.
 */
final class StoredSource implements TokenSource {

    /** How often a waiter looks whether the other node is done. */
    static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final StoreSlot slot;
    private final TokenDating dating;
    private final TokenSource provider;
    private final Duration lease;
    private final Events events;
    private volatile @Nullable Long lookedNanos;
    private volatile boolean alone;

    StoredSource(StoreSlot slot, TokenDating dating, TokenSource provider, Duration lease, Events events) {
        this.slot = slot;
        this.dating = dating;
        this.provider = provider;
        this.lease = lease;
        this.events = events;
    }

    /** Once more where the process was stopped meanwhile: others may have a token by now, and the endpoint may be well. */
    @Override
    public HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException {
        try {
            return attempted(held);
        } catch (TokenRequestException e) {
            if (!provider.overslept(e)) {
                throw e;
            }
            return attempted(held);
        }
    }

    private HeldToken attempted(@Nullable HeldToken held) throws TokenRequestException {
        try {
            return shared(held);
        } catch (StoreOutage outage) {
            lost();
            return provider.obtain(null);
        }
    }

    private StoreSlot.Seen read(@Nullable HeldToken held) throws StoreOutage {
        StoreSlot.Seen seen = slot.read(held);
        if (alone) {
            alone = false;
            events.tell(STORE_BACK);
        }
        return seen;
    }

    private void lost() {
        if (!alone) {
            alone = true;
            events.tell(STORE_LOST);
        }
    }

    private HeldToken shared(@Nullable HeldToken held) throws StoreOutage, TokenRequestException {
        LeaseWait wait = new LeaseWait(dating.time(), lease);
        while (true) {
            StoreSlot.Seen seen = read(held);
            HeldToken stored = seen.token();
            if (stored != null && servesBetter(stored, held)) {
                events.tell(ADOPTED);
                return stored;
            }
            if (!seen.text().leased() || wait.isOver(seen.text().nonce())) {
                StoreSlot.Seen mine = slot.lease(seen);
                if (mine != null) {
                    return renewed(mine, seen.text().leased());
                }
            } else {
                wait.pause(LOOK_EVERY);
            }
        }
    }

    private boolean servesBetter(HeldToken stored, @Nullable HeldToken held) {
        Freshness now = stored.freshness(dating.time());
        Freshness before = held == null ? EXPIRED : held.freshness(dating.time());
        return now.compareTo(CRITICAL) < 0 && now.compareTo(before) < 0;
    }

    /** Whoever leaves a lease behind may have spent the refresh token, and nobody else can know. */
    private HeldToken renewed(StoreSlot.Seen mine, boolean leftBehind) throws TokenRequestException {
        HeldToken previous = mine.token();
        if (leftBehind) {
            events.tell(TAKEN_OVER);
            if (previous != null) {
                previous.refreshSpent(true);
            }
        }
        try {
            return published(mine, provider.obtain(previous));
        } catch (TokenRequestException | RuntimeException e) {
            HeldToken others = ended(mine) ? null : found(previous);
            if (others == null) {
                throw e;
            }
            return others;
        }
    }

    /** A token that cannot be shared is a good token all the same. */
    private HeldToken published(StoreSlot.Seen mine, HeldToken successor) {
        try {
            if (slot.publish(mine, new TokenRecord(successor.issued(), successor.sentMillis()))) {
                return successor;
            }
        } catch (StoreOutage outage) {
            lost();
            return successor;
        }
        events.tell(OVERTAKEN);
        HeldToken others = found(successor);
        return others == null ? successor : others;
    }

    /** False if the lease has been taken over. Nobody may find a refresh token that may have been used up. */
    private boolean ended(StoreSlot.Seen mine) {
        HeldToken previous = mine.token();
        try {
            boolean mineStill = (previous != null && previous.refreshSpent())
                    ? slot.publish(mine, new TokenRecord(unrefreshable(previous.issued()), previous.sentMillis()))
                    : slot.giveBack(mine);
            if (!mineStill) {
                events.tell(OVERTAKEN);
            }
            return mineStill;
        } catch (StoreOutage outage) {
            lost();
            return true;
        }
    }

    private static IssuedToken unrefreshable(IssuedToken token) {
        return new IssuedToken(token.accessToken(), null, token.lifetime());
    }

    @Override
    public @Nullable HeldToken found(@Nullable HeldToken held) {
        Long before = lookedNanos;
        long now = dating.time().monotonicNanos();
        if (before != null && now - before < LOOK_EVERY.toNanos()) {
            return null;
        }
        lookedNanos = now;
        try {
            HeldToken stored = read(held).token();
            boolean better = stored != null && servesBetter(stored, held);
            if (better) {
                events.tell(ADOPTED);
            }
            return better ? stored : null;
        } catch (StoreOutage outage) {
            lost();
            return null;
        }
    }
}
