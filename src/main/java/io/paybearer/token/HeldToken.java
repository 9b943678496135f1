// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.AccessToken;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token in use: what was issued, when the request for it was sent by both clocks, and what has become of it since.
 * Thread-safe.
 */
public final class HeldToken {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LOOKS_IN_A_LIFE = 100;
    private static final long MOST_DRIFT_MILLIS = 2_000;
    private static final long DRIFTS_IN_A_LIFE = 10;

    private final IssuedToken issued;
    private final AccessToken accessToken;
    private final Windows windows;
    private final TokenDating.Moment sent;
    private final long arrivedNanos;
    private volatile boolean rejected;
    private volatile boolean refreshSpent;

    HeldToken(IssuedToken issued, Windows windows, TokenDating.Moment sent, long arrivedNanos) {
        this.issued = issued;
        this.windows = windows;
        this.sent = sent;
        this.arrivedNanos = arrivedNanos;
        Instant expiresAt = sent.wall().plus(issued.lifetime());
        this.accessToken = new AccessToken(issued.accessToken().reveal(), expiresAt);
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
     * Whether an API has refused it.
     *
     * @return true from the refusal on
     */
    public boolean rejected() {
        return rejected;
    }

    /**
     * For how long from now callers may be served without asking again: not beyond the moment at which they have to wait, and
     * a hundredth of its life at the most, so that no renewal is missed.
     *
     * @param time the clocks
     * @return zero or less from the moment on at which callers have to wait
     */
    public Duration unquestioned(TimeSource time) {
        if (freshness(time).compareTo(Freshness.CRITICAL) >= 0) {
            return Duration.ZERO;
        }
        long unblocked =
                remainingNanos(time.monotonicNanos()) - windows.blockFrom().toNanos();
        return Duration.ofNanos(Math.min(unblocked, issued.lifetime().toNanos() / LOOKS_IN_A_LIFE));
    }

    Freshness freshness(TimeSource time) {
        long nanos = time.monotonicNanos();
        Freshness byAge = rejected ? Freshness.EXPIRED : windows.at(remainingNanos(nanos));
        boolean doubtful = byAge.compareTo(Freshness.CRITICAL) < 0 && wallClockLeapt(nanos, time.millis());
        return doubtful ? Freshness.CRITICAL : byAge;
    }

    /** Whether it came too late to be of use, whatever the wall clock has done meanwhile. */
    boolean spentOnArrival() {
        return windows.at(remainingNanos(arrivedNanos)).compareTo(Freshness.CRITICAL) >= 0;
    }

    /**
     * A wall clock that has run ahead of the monotonic one means that somebody set it, or that the machine was suspended
     * and the token is older than it seems. Nobody can tell which, so a successor is asked for, and this one is kept. One
     * that was set back makes no token older, but a minted one may now bear a date in the future.
     */
    private boolean wallClockLeapt(long nanos, long millis) {
        long ahead = (millis - sent.millis()) - (nanos - sent.nanos()) / NANOS_PER_MILLI;
        boolean setBack = ahead < -MOST_DRIFT_MILLIS;
        return ahead > mostAheadMillis() || (setBack && windows.minted());
    }

    /** However small the margins are: two clocks never agree. */
    private long mostAheadMillis() {
        long drift = Math.min(MOST_DRIFT_MILLIS, issued.lifetime().toMillis() / DRIFTS_IN_A_LIFE);
        return Math.max(drift, windows.blockFrom().toMillis());
    }

    private long remainingNanos(long nanos) {
        return issued.lifetime().toNanos() - (nanos - sent.nanos());
    }

    /** How long it lives yet; zero if it is not served any more. */
    Duration remaining(TimeSource time) {
        return Duration.ofNanos(rejected ? 0 : Math.max(0, remainingNanos(time.monotonicNanos())));
    }

    /** For how long it has been there: since its arrival, or if another node asked for it, since that was done. */
    Duration age(TimeSource time) {
        return Duration.ofNanos(time.monotonicNanos() - arrivedNanos);
    }

    Duration refreshMargin() {
        return windows.margin();
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

    /** Its refresh token has been sent and may have been used up, or has certainly not been. */
    void refreshSpent(boolean spent) {
        refreshSpent = spent;
    }

    boolean refreshSpent() {
        return refreshSpent;
    }

    boolean refreshable() {
        return issued.refreshToken() != null && !refreshSpent;
    }

    @Override
    public String toString() {
        return "HeldToken[" + accessToken + "]";
    }
}
