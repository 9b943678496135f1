// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.time.Duration;
import java.util.Optional;

/** When tokens are renewed, as a pure function of how long they live. Immutable and thread-safe. */
public final class FreshnessPolicy {

    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(60);
    private static final Duration LONGEST_REFRESH = Duration.ofMinutes(15);
    private static final Duration MINTED_MARGIN = Duration.ofSeconds(60);

    private final boolean minted;
    private final Optional<Duration> refreshMargin;

    private FreshnessPolicy(boolean minted, Optional<Duration> refreshMargin) {
        this.minted = minted;
        this.refreshMargin = refreshMargin;
    }

    /**
     * The policy for tokens that a provider issues: callers wait in the last {@code M = min(60 s, L/10)} of the lifetime L,
     * and renewal starts behind them at {@code A = clamp(L/4, 2M, 15 min)}, on each node earlier by a random share of up to
     * {@code A/3}.
     *
     * @param refreshMargin replaces A
     * @return the policy
     */
    public static FreshnessPolicy issued(Optional<Duration> refreshMargin) {
        return new FreshnessPolicy(false, refreshMargin);
    }

    /**
     * The policy for tokens minted here: renewed inline when {@code max(60 s, L/5)}, at most L/2, remain.
     *
     * @param refreshMargin replaces that
     * @return the policy
     */
    public static FreshnessPolicy minted(Optional<Duration> refreshMargin) {
        return new FreshnessPolicy(true, refreshMargin);
    }

    /**
     * The windows of one token.
     *
     * @param lifetime its whole life
     * @param share from 0 to 1, random on each node, by which it starts earlier
     * @return the windows
     * @throws IllegalArgumentException if the configured margin leaves nothing of the lifetime
     */
    Windows windows(Duration lifetime, double share) {
        Duration margin = refreshMargin.orElseGet(() -> minted ? mintedMargin(lifetime) : issuedMargin(lifetime));
        if (margin.compareTo(lifetime) >= 0) {
            throw new IllegalArgumentException("the token lives %d s, the refresh-margin is %d s: nothing remains"
                    .formatted(lifetime.toSeconds(), margin.toSeconds()));
        }
        if (minted) {
            return new Windows(margin, margin, margin, true);
        }
        Duration early = Duration.ofNanos((long) (margin.toNanos() / 3.0 * share));
        Duration start =
                min(margin.plus(early), lifetime.minus(lifetime.minus(margin).dividedBy(2)));
        return new Windows(margin, start, min(start, min(LONGEST_BLOCK, lifetime.dividedBy(10))), false);
    }

    private static Duration issuedMargin(Duration lifetime) {
        Duration block = min(LONGEST_BLOCK, lifetime.dividedBy(10));
        Duration wanted = lifetime.dividedBy(4);
        return min(LONGEST_REFRESH, max(block.multipliedBy(2), wanted));
    }

    private static Duration mintedMargin(Duration lifetime) {
        return min(lifetime.dividedBy(2), max(MINTED_MARGIN, lifetime.dividedBy(5)));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
