// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;

import io.paybearer.AccessToken;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token in use: what the issuer gave, when the request for it was sent, and what has become of it since. Thread-safe.
 */
public final class HeldToken {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LOOKS_IN_A_LIFE = 100;
    private static final long MOST_DRIFT_MILLIS = 2_000;
    private static final long DRIFTS_IN_A_LIFE = 10;

    private final IssuedToken issued;
    private final AccessToken accessToken;
    private final Margins margins;
    private final TokenDating.Moment sent;
    private final long arrivedNanos;
    private final TimeSource time;
    private volatile boolean rejected;
    private volatile boolean refreshSpent;

    HeldToken(IssuedToken issued, Margins margins, TokenDating.Moment sent, long arrivedNanos, TimeSource time) {
        this.issued = issued;
        this.margins = margins;
        this.sent = sent;
        this.arrivedNanos = arrivedNanos;
        this.time = time;
        Instant expiresAt = sent.wall().plus(issued.lifetime());
        this.accessToken = new AccessToken(issued.accessToken().reveal(), issued.scheme(), expiresAt);
    }

    /**
     * What callers get.
     *
     * @return the token
     */
    public AccessToken accessToken() {
        return accessToken;
    }

    /**
     * Whether an API has refused the token.
     *
     * @return true from the refusal on
     */
    public boolean rejected() {
        return rejected;
    }

    /**
     * For how long from now the token may be served without asking its keeper again. This ends at the moment from which
     * callers have to wait. It is a hundredth of the token's life at most, so that no renewal is missed: 36 s of an hour.
     *
     * @return zero or less from the moment on at which callers have to wait
     */
    public Duration servableFor() {
        if (freshness().compareTo(CRITICAL) >= 0) {
            return Duration.ZERO;
        }
        long unblocked =
                remainingNanos(time.monotonicNanos()) - margins.blockFrom().toNanos();
        return Duration.ofNanos(Math.min(unblocked, issued.lifetime().toNanos() / LOOKS_IN_A_LIFE));
    }

    Freshness freshness() {
        long nanos = time.monotonicNanos();
        Freshness byAge = rejected ? EXPIRED : margins.freshness(remainingNanos(nanos));
        boolean doubtful = byAge.compareTo(CRITICAL) < 0 && wallClockLeapt(nanos, time.millis());
        return doubtful ? CRITICAL : byAge;
    }

    /** Whether the token came too late to be of use, whatever the wall clock has done meanwhile. */
    boolean spentOnArrival() {
        return margins.freshness(remainingNanos(arrivedNanos)).compareTo(CRITICAL) >= 0;
    }

    /**
     * Whether the wall clock has moved against the monotonic one. If it jumped ahead, somebody set it, or the machine was
     * suspended and the token is older than it seems: a successor is asked for, and this token is served until then. If it
     * was set back, only minted tokens matter, because the date in them may now lie in the future.
     */
    private boolean wallClockLeapt(long nanos, long millis) {
        long ahead = (millis - sent.millis()) - (nanos - sent.nanos()) / NANOS_PER_MILLI;
        boolean setBack = ahead < -MOST_DRIFT_MILLIS;
        return ahead > mostAheadMillis() || (setBack && margins.minted());
    }

    /** Two clocks never agree, so some difference is allowed however small the margins are. */
    private long mostAheadMillis() {
        long drift = Math.min(MOST_DRIFT_MILLIS, issued.lifetime().toMillis() / DRIFTS_IN_A_LIFE);
        return Math.max(drift, margins.blockFrom().toMillis());
    }

    private long remainingNanos(long nanos) {
        return issued.lifetime().toNanos() - (nanos - sent.nanos());
    }

    /** How long the token still lives; zero if it is not served any more. */
    Duration remaining() {
        return Duration.ofNanos(rejected ? 0 : Math.max(0, remainingNanos(time.monotonicNanos())));
    }

    /** The time since the token arrived; if another node asked for it, the time since that node's request. */
    Duration age() {
        return Duration.ofNanos(time.monotonicNanos() - arrivedNanos);
    }

    Duration refreshMargin() {
        return margins.margin();
    }

    IssuedToken issued() {
        return issued;
    }

    long sentMillis() {
        return sent.millis();
    }

    void reject() {
        rejected = true;
    }

    /** Notes whether the refresh token may have been used up: true from the moment on at which it is sent. */
    void refreshSpent(boolean spent) {
        refreshSpent = spent;
    }

    boolean refreshSpent() {
        return refreshSpent;
    }

    /** Whether there is a refresh token that certainly has not been used up. */
    boolean refreshable() {
        return issued.refreshToken() != null && !refreshSpent;
    }

    @Override
    public String toString() {
        return "HeldToken[" + accessToken + "]";
    }
}
