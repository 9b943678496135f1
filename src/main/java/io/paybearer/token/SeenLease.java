// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The lease of another node that this node has seen last. The lease is over once the same nonce has stood for the whole lease
 * time by this node's own monotonic clock, so no clocks of different nodes are compared. It is remembered beyond an attempt,
 * since an attempt may end before the lease. Thread-safe.
 */
final class SeenLease {

    private final TimeSource time;
    private final Duration leaseTime;
    private @Nullable String holder;
    private long holderSeen;

    SeenLease(TimeSource time, Duration leaseTime) {
        this.time = time;
        this.leaseTime = leaseTime;
    }

    /** Whether this holder has had its time, so that the lease may be taken over. */
    synchronized boolean isOver(String nonce) {
        long now = time.monotonicNanos();
        if (!nonce.equals(holder)) {
            holder = nonce;
            holderSeen = now;
        }
        return now - holderSeen >= leaseTime.toNanos();
    }
}
