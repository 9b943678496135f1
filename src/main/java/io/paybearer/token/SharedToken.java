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
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The token that the nodes of a cluster share. It is looked for in the store first. Only the node that holds the lease asks
 * the provider, and it leaves the new token in the store.
 *
 * <p>While the store fails, the node asks the provider for itself. It logs in each time, since another node may be using the
 * refresh token that they share.
 */
final class SharedToken implements TokenSource {

    /** How often a waiting node looks whether the node with the lease is done. */
    static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final StoreSlot slot;
    private final Issuance issuance;
    private final TimeSource time;
    private final Duration leaseTime;
    private final Events events;
    private volatile @Nullable Long lookedNanos;
    private volatile boolean alone;
    private volatile boolean suspended;

    SharedToken(StoreSlot slot, Issuance issuance, TimeSource time, Duration leaseTime, Events events) {
        this.slot = slot;
        this.issuance = issuance;
        this.time = time;
        this.leaseTime = leaseTime;
        this.events = events;
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
            return issued(null);
        }
    }

    private HeldToken shared(@Nullable HeldToken held) throws StoreSlot.Outage, TokenRequestException {
        Lease lease = new Lease();
        while (true) {
            StoreSlot.Seen seen = read(held);
            HeldToken others = adopted(seen, held);
            if (others != null) {
                return others;
            }
            if (!seen.leased() || lease.isOver(seen.nonce())) {
                StoreSlot.Seen mine = slot.lease(seen);
                if (mine != null) {
                    return renewed(mine, seen.leased());
                }
            } else {
                lease.pause();
            }
        }
    }

    private StoreSlot.Seen read(@Nullable HeldToken held) throws StoreSlot.Outage {
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

    /** The stored token if it serves callers better than the token that is held; null otherwise. */
    private @Nullable HeldToken adopted(StoreSlot.Seen seen, @Nullable HeldToken held) {
        HeldToken stored = seen.token();
        Freshness now = stored == null ? EXPIRED : stored.freshness();
        Freshness before = held == null ? EXPIRED : held.freshness();
        if (now.compareTo(CRITICAL) >= 0 || now.compareTo(before) >= 0) {
            return null;
        }
        events.tell(ADOPTED);
        return stored;
    }

    /**
     * Asks with the lease. A node that left its lease behind may have used up the refresh token. This node cannot find out, so
     * the refresh token counts as spent.
     */
    private HeldToken renewed(StoreSlot.Seen mine, boolean leftBehind) throws TokenRequestException {
        HeldToken previous = mine.token();
        if (leftBehind) {
            events.tell(TAKEN_OVER);
            if (previous != null) {
                previous.refreshSpent(true);
            }
        }
        try {
            return published(mine, issued(previous));
        } catch (TokenRequestException | RuntimeException e) {
            HeldToken others = givenBack(mine) ? null : found(previous);
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
        }
    }

    /** A token that cannot be shared is a good token all the same. */
    private HeldToken published(StoreSlot.Seen mine, HeldToken successor) {
        try {
            if (slot.publish(mine, successor)) {
                return successor;
            }
        } catch (StoreSlot.Outage outage) {
            lost();
            return successor;
        }
        events.tell(OVERTAKEN);
        HeldToken others = found(successor);
        return others == null ? successor : others;
    }

    /** Ends the lease after a failure; false if the lease has been taken over. */
    private boolean givenBack(StoreSlot.Seen mine) {
        try {
            boolean mineStill = slot.giveBack(mine);
            if (!mineStill) {
                events.tell(OVERTAKEN);
            }
            return mineStill;
        } catch (StoreSlot.Outage outage) {
            lost();
            return true;
        }
    }

    /** Looks into the store, but not more often than {@link #LOOK_EVERY}. */
    @Override
    public @Nullable HeldToken found(@Nullable HeldToken held) {
        Long before = lookedNanos;
        long now = time.monotonicNanos();
        if (before != null && now - before < LOOK_EVERY.toNanos()) {
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

    /**
     * Another node's lease, as one caller waits for its end. The lease is over once the same nonce has stood for the whole
     * lease time by this node's own monotonic clock, so no clocks of different nodes are compared. Used by one thread.
     */
    private final class Lease {

        private final long begin = time.monotonicNanos();
        private @Nullable String holder;
        private long holderSeen;

        /** Whether this holder has had its time, so that the lease may be taken over. */
        boolean isOver(String nonce) {
            long now = time.monotonicNanos();
            if (!nonce.equals(holder)) {
                holder = nonce;
                holderSeen = now;
            }
            return now - holderSeen >= leaseTime.toNanos();
        }

        /** Waits a little. Other nodes may take the lease one after another, each in vain; the wait for them has an end. */
        void pause() throws TokenRequestException {
            Duration longest = leaseTime.plus(SingleFlight.LONGEST_WAIT);
            if (time.monotonicNanos() - begin >= longest.toNanos()) {
                String message =
                        "other nodes have been asking for a token for " + longest.toSeconds() + " s and got none";
                throw new TokenRequestException(UNAVAILABLE, message, null);
            }
            try {
                time.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the thread was interrupted while it waited for another node's token");
            }
        }
    }
}
