package io.paybearer.token;

import java.time.Duration;

/**
 * The two margins before a token's end.
 *
 * @param refreshFrom the remaining life at which its renewal starts
 * @param blockFrom the remaining life at which callers wait for its successor; not above {@code refreshFrom}
 */
record Windows(Duration refreshFrom, Duration blockFrom) {

    Windows {
        if (blockFrom.isNegative() || blockFrom.compareTo(refreshFrom) > 0) {
            throw new IllegalArgumentException("blockFrom " + blockFrom + ", refreshFrom " + refreshFrom);
        }
    }

    Freshness at(Duration remaining) {
        if (remaining.isNegative() || remaining.isZero()) {
            return Freshness.EXPIRED;
        }
        if (remaining.compareTo(blockFrom) <= 0) {
            return Freshness.CRITICAL;
        }
        return remaining.compareTo(refreshFrom) <= 0 ? Freshness.AGING : Freshness.FRESH;
    }
}
