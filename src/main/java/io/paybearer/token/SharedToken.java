// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenEvent.Type.ADOPTED;
import static io.paybearer.spi.TokenEvent.Type.OVERTAKEN;
import static io.paybearer.spi.TokenEvent.Type.STORE_BACK;
import static io.paybearer.spi.TokenEvent.Type.STORE_LOST;
import static io.paybearer.spi.TokenEvent.Type.TAKEN_OVER;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;

import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The token that the nodes of a cluster share. It is looked for in the store first. Only the node that holds the lease asks
 * the provider, and it leaves the new token in the store.
 *
 * <p>Where the store fails, or {@link Patience} ends, the node asks the provider for itself. It logs in then, since another
 * node may be using the refresh token that they share. So the store never makes a call fail.
 *
 * <p>A store may bring older entries back. This node serves no token of an entry that is older than the token that is held, or
 * than a token that an API has refused. It sends no refresh token again that it has sent already: {@link #outdated}.
 */
final class SharedToken implements TokenSource {

    private static final int MOST_OPERATIONS = 4;

    private final StoreSlot slot;
    private final Issuance issuance;
    private final TimeSource time;
    private final Duration leaseTime;
    private final Events events;
    private final SeenLease others;
    private volatile @Nullable Long lookedNanos;
    private final AtomicLong overUntilMillis = new AtomicLong(Long.MIN_VALUE);
    private volatile boolean alone;
    private volatile boolean suspended;

    SharedToken(StoreSlot slot, Issuance issuance, TimeSource time, Duration leaseTime, Events events) {
        this.slot = slot;
        this.issuance = issuance;
        this.time = time;
        this.leaseTime = leaseTime;
        this.events = events;
        this.others = new SeenLease(time, leaseTime);
    }

    @Override
    public void askThrough(TokenIssuer issuer) {
        issuance.askThrough(issuer);
    }

    /**
     * A process that was suspended during its request tries once more when it wakes: another node may have a token by now, and
     * the endpoint may be well.
     */
    @Override
    public HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException {
        suspended = false;
        try {
            return attempted(held);
        } catch (TokenRequestException e) {
            if (!suspended) {
                throw e;
            }
            return attempted(held);
        }
    }

    private HeldToken attempted(@Nullable HeldToken held) throws TokenRequestException {
        try {
            return shared(held);
        } catch (StoreSlot.Outage outage) {
            lost();
            return issuance.rotating() ? refused() : issued(null);
        }
    }

    /** The store has the refresh token; the one that this node knows may have been used by another node. */
    private HeldToken refused() throws TokenRequestException {
        String message = "the shared store cannot be used, and it has the refresh token";
        TokenRequestException failure = new TokenRequestException(UNAVAILABLE, message, null);
        events.failed(failure, Duration.ZERO);
        throw failure;
    }

    /** A token from the store, or by the lease. Where neither is to be had, the store is as good as lost. */
    private HeldToken shared(@Nullable HeldToken held) throws StoreSlot.Outage, TokenRequestException {
        Patience patience = new Patience(time, leaseTime);
        do {
            StoreSlot.Seen seen = read(held);
            HeldToken stored = adopted(seen, held);
            if (stored != null) {
                return stored;
            }
            if (!seen.leased() || others.isOver(seen.nonce())) {
                StoreSlot.Seen mine = slot.lease(seen);
                if (mine != null) {
                    back();
                    return renewed(mine, seen.leased(), held);
                }
                patience.raceLost();
            }
        } while (patience.lasts());
        throw new StoreSlot.Outage(null);
    }

    /** The entry. The refresh token of an outdated entry counts as spent. */
    private StoreSlot.Seen read(@Nullable HeldToken held) throws StoreSlot.Outage {
        StoreSlot.Seen seen = slot.read(held);
        HeldToken stored = seen.token();
        if (stored != null && outdated(stored, held)) {
            stored.refreshSpent(true);
        }
        return seen;
    }

    /**
     * Whether a stored token is older than the token that is held, or as old as a token that is over for this node: refused by
     * an API, or its refresh token sent. The dates are in the sealed records, so nobody but the nodes can set them. Where the
     * clocks of two nodes differ, a newer token may count as outdated too; that costs a login. The token that is held knows
     * itself what has become of it.
     */
    private boolean outdated(HeldToken stored, @Nullable HeldToken held) {
        return stored != held
                && (stored.sentMillis() <= overUntilMillis.get()
                        || (held != null && stored.sentMillis() < held.sentMillis()));
    }

    @Override
    public void over(HeldToken token) {
        overUntilMillis.accumulateAndGet(token.sentMillis(), Math::max);
    }

    private void lost() {
        if (!alone) {
            alone = true;
            events.tell(STORE_LOST);
        }
    }

    private void back() {
        if (alone) {
            alone = false;
            events.tell(STORE_BACK);
        }
    }

    /** The stored token if it serves callers better than the token that is held; null otherwise. */
    private @Nullable HeldToken adopted(StoreSlot.Seen seen, @Nullable HeldToken held) {
        HeldToken stored = seen.token();
        Freshness now = stored == null ? EXPIRED : stored.freshness();
        Freshness before = held == null ? EXPIRED : held.freshness();
        if (stored == null || now.compareTo(CRITICAL) >= 0 || now.compareTo(before) >= 0 || outdated(stored, held)) {
            return null;
        }
        back();
        issuance.spendSeed();
        events.tell(ADOPTED);
        return stored;
    }

    /**
     * Asks with the lease. A node that left its lease behind may have used up the refresh token. This node cannot find out, so
     * the refresh token counts as spent.
     */
    private HeldToken renewed(StoreSlot.Seen mine, boolean leftBehind, @Nullable HeldToken held)
            throws TokenRequestException {
        HeldToken previous = mine.token();
        if (leftBehind) {
            events.tell(TAKEN_OVER);
            if (previous != null) {
                previous.refreshSpent(true);
            }
        }
        if (previous == null && (leftBehind || mine.recorded())) {
            issuance.spendSeed();
        }
        try {
            return published(mine, issued(previous));
        } catch (TokenRequestException | RuntimeException e) {
            HeldToken others = givenBack(mine) ? null : found(held);
            if (others == null) {
                throw e;
            }
            return others;
        }
    }

    /**
     * Asks the provider. A failure that arrives later than the longest possible request means that this process was suspended
     * (VM pause, laptop lid); it says nothing about the provider. Two requests are possible, since a login follows a refused
     * refresh token. A refusal is an answer, however late it comes.
     */
    private HeldToken issued(@Nullable HeldToken previous) throws TokenRequestException {
        long begin = time.monotonicNanos();
        try {
            return issuance.obtain(previous);
        } catch (TokenRequestException e) {
            Duration took = Duration.ofNanos(time.monotonicNanos() - begin);
            suspended = e.kind() != REFUSED && took.compareTo(leaseTime.multipliedBy(2)) > 0;
            throw e;
        } finally {
            if (previous != null && previous.refreshSpent()) {
                over(previous);
            }
        }
    }

    /** A token that cannot be shared is a good token all the same. */
    private HeldToken published(StoreSlot.Seen mine, HeldToken successor) {
        try {
            if (!slot.publish(mine, successor)) {
                events.tell(OVERTAKEN);
            }
        } catch (StoreSlot.Outage outage) {
            lost();
        }
        return successor;
    }

    /** Ends the lease after a failure; false if the lease has been taken over. */
    private boolean givenBack(StoreSlot.Seen mine) {
        try {
            boolean nothingLeft = mine.token() == null && issuance.rotating() && issuance.seedSpent();
            boolean mineStill = nothingLeft ? slot.bury(mine) : slot.giveBack(mine);
            if (!mineStill) {
                events.tell(OVERTAKEN);
            }
            return mineStill;
        } catch (StoreSlot.Outage outage) {
            lost();
            return true;
        }
    }

    /** Looks into the store, but not more often than {@link Patience#LOOK_EVERY}. */
    @Override
    public @Nullable HeldToken found(@Nullable HeldToken held) {
        Long before = lookedNanos;
        long now = time.monotonicNanos();
        if (before != null && now - before < Patience.LOOK_EVERY.toNanos()) {
            return null;
        }
        lookedNanos = now;
        try {
            return adopted(read(held), held);
        } catch (StoreSlot.Outage outage) {
            lost();
            return null;
        }
    }

    /** Waiting for others, a look, the lease, and the new token's way into the store. A look may take two operations' time. */
    @Override
    public Duration longestDetour() {
        return Patience.longest(leaseTime)
                .plus(TokenKeepers.SealedStore.LONGEST_OPERATION.multipliedBy(MOST_OPERATIONS));
    }
}
