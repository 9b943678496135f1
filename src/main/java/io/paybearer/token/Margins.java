// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.time.Duration;
import java.util.Optional;

/**
 * The margins of one token: how long before its end it is renewed, and how long before its end callers wait. Immutable.
 *
 * <p>For a token of the lifetime L that a provider issues, callers wait in the last {@code M = min(60 s, L/10)}. Renewal
 * starts in the background at {@code A = clamp(L/4, 2M, 15 min)}, on each node earlier by a random share of up to
 * {@code A/3}. With a lifetime of one hour M is 60 s, and the nodes start their renewals 15 to 20 minutes before the end.
 *
 * <p>A minted token costs nothing, so the caller renews it inline when {@code max(60 s, L/5)}, at most L/2, remain.
 *
 * @param margin the remaining life at which the renewal starts at the latest
 * @param refreshFrom the remaining life at which the renewal starts on this node
 * @param blockFrom the remaining life at which callers wait for the successor; not above {@code refreshFrom}
 * @param minted whether the token is minted here, so that a successor costs nothing and bears the wall clock's date
 */
record Margins(Duration margin, Duration refreshFrom, Duration blockFrom, boolean minted) {

    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(60);
    private static final Duration LONGEST_REFRESH = Duration.ofMinutes(15);
    private static final Duration MINTED_MARGIN = Duration.ofSeconds(60);

    Margins {
        if (blockFrom.isNegative() || blockFrom.compareTo(refreshFrom) > 0) {
            throw new IllegalArgumentException("blockFrom " + blockFrom + ", refreshFrom " + refreshFrom);
        }
    }

    /**
     * The margins of a token.
     *
     * @param minted whether the token is minted here
     * @param configured the configured refresh margin, which replaces the computed one
     * @param lifetime the token's whole life
     * @param share from 0 to 1, random on each node: how much of A/3 this node starts earlier
     * @return the margins
     * @throws IllegalArgumentException if the configured margin leaves nothing of the lifetime
     */
    static Margins of(boolean minted, Optional<Duration> configured, Duration lifetime, double share) {
        Duration margin = configured.orElse(minted ? mintedMargin(lifetime) : issuedMargin(lifetime));
        if (margin.compareTo(lifetime) >= 0) {
            throw new IllegalArgumentException("the token lives %d s, the refresh-margin is %d s: nothing remains"
                    .formatted(lifetime.toSeconds(), margin.toSeconds()));
        }
        if (minted) {
            return new Margins(margin, margin, margin, true);
        }
        Duration early = Duration.ofNanos((long) (margin.toNanos() / 3.0 * share));
        Duration start = min(margin.plus(early), lifetime.minus(part(lifetime.minus(margin), 2)));
        return new Margins(margin, start, min(start, longestBlock(lifetime)), false);
    }

    private static Duration issuedMargin(Duration lifetime) {
        return min(LONGEST_REFRESH, max(longestBlock(lifetime).multipliedBy(2), part(lifetime, 4)));
    }

    private static Duration mintedMargin(Duration lifetime) {
        return min(part(lifetime, 2), max(MINTED_MARGIN, part(lifetime, 5)));
    }

    private static Duration longestBlock(Duration lifetime) {
        return min(LONGEST_BLOCK, part(lifetime, 10));
    }

    /** One of so many parts. The JDK divides durations by way of big numbers; lifetimes are short enough for nanoseconds. */
    private static Duration part(Duration whole, int parts) {
        return Duration.ofNanos(whole.toNanos() / parts);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** How fresh a token with this remaining life is. Asked on each call, hence a bare number. */
    Freshness freshness(long remainingNanos) {
        if (remainingNanos <= 0) {
            return Freshness.EXPIRED;
        }
        if (remainingNanos <= blockFrom.toNanos()) {
            return Freshness.CRITICAL;
        }
        return remainingNanos <= refreshFrom.toNanos() ? Freshness.AGING : Freshness.FRESH;
    }
}
