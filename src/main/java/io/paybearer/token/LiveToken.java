package io.paybearer.token;

import io.paybearer.AccessToken;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token in use: what was issued, when the request for it was sent by both clocks, and what has become of it since.
 * Thread-safe.
 */
public final class LiveToken {

    private final IssuedToken issued;
    private final AccessToken accessToken;
    private final Windows windows;
    private final long sentNanos;
    private final long sentMillis;
    private volatile boolean rejected;
    private volatile boolean refreshSpent;

    LiveToken(IssuedToken issued, Windows windows, long sentNanos, long sentMillis) {
        this.issued = issued;
        this.windows = windows;
        this.sentNanos = sentNanos;
        this.sentMillis = sentMillis;
        Instant expiresAt = Instant.ofEpochMilli(sentMillis).plus(issued.lifetime());
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
     * For how long from now callers may be served without asking again; the wall clock has not moved against the monotonic
     * one until then only if they look.
     *
     * @param time the clocks
     * @return zero or less from the moment on at which callers have to wait
     */
    public Duration unquestioned(TimeSource time) {
        return freshness(time).compareTo(Freshness.CRITICAL) >= 0
                ? Duration.ZERO
                : remaining(time.monotonicNanos()).minus(windows.blockFrom());
    }

    Freshness freshness(TimeSource time) {
        long nanos = time.monotonicNanos();
        Freshness byAge = rejected ? Freshness.EXPIRED : windows.at(remaining(nanos));
        boolean doubtful = byAge.compareTo(Freshness.CRITICAL) < 0 && wallClockLeapt(nanos, time.millis());
        return doubtful ? Freshness.CRITICAL : byAge;
    }

    /**
     * A wall clock that has run ahead of the monotonic one means that somebody set it, or that the machine was suspended
     * and the token is older than it seems. Nobody can tell which, so a successor is asked for, and this one is kept.
     */
    private boolean wallClockLeapt(long nanos, long millis) {
        long ahead = (millis - sentMillis) - (nanos - sentNanos) / 1_000_000;
        return ahead > windows.blockFrom().toMillis();
    }

    private Duration remaining(long nanos) {
        return issued.lifetime().minusNanos(nanos - sentNanos);
    }

    IssuedToken issued() {
        return issued;
    }

    long sentMillis() {
        return sentMillis;
    }

    void reject() {
        rejected = true;
    }

    /** Its refresh token has been sent and may have been used up. */
    void refreshSpent() {
        refreshSpent = true;
    }

    boolean refreshable() {
        return issued.refreshToken() != null && !refreshSpent;
    }

    @Override
    public String toString() {
        return "LiveToken[" + accessToken + "]";
    }
}
