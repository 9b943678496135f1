// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.time.Duration;

/**
 * Leaves a provider alone for long once so many attempts in a row have failed while callers had nothing to be served with.
 * The first attempt after that time is the probe. Immutable.
 *
 * @param threshold the failure in a row that opens it
 * @param open how long it is open, from that failure on
 */
record Breaker(int threshold, Backoff open) {

    /** Zero below the threshold. */
    Duration openAfter(int failures) {
        return failures < threshold ? Duration.ZERO : open.after(failures - threshold + 1);
    }
}
