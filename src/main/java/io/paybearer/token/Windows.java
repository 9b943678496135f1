// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.time.Duration;

/**
 * The margins before a token's end. Immutable.
 *
 * @param margin the remaining life at which its renewal starts at the latest
 * @param refreshFrom the remaining life at which its renewal starts on this node
 * @param blockFrom the remaining life at which callers wait for its successor; not above {@code refreshFrom}
 * @param minted whether a successor costs nothing and bears the wall clock's date
 */
record Windows(Duration margin, Duration refreshFrom, Duration blockFrom, boolean minted) {

    Windows {
        if (blockFrom.isNegative() || blockFrom.compareTo(refreshFrom) > 0) {
            throw new IllegalArgumentException("blockFrom " + blockFrom + ", refreshFrom " + refreshFrom);
        }
    }

    /** Asked on each call, hence a bare number. */
    Freshness at(long remainingNanos) {
        if (remainingNanos <= 0) {
            return Freshness.EXPIRED;
        }
        if (remainingNanos <= blockFrom.toNanos()) {
            return Freshness.CRITICAL;
        }
        return remainingNanos <= refreshFrom.toNanos() ? Freshness.AGING : Freshness.FRESH;
    }
}
