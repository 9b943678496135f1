// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;

import io.paybearer.spi.TokenRequestException;

/**
 * How many attempts have failed in a row, by what became of the callers meanwhile. Immutable.
 *
 * @param background attempts behind callers that had a token which was not needed yet
 * @param blocking transient failures that callers waited for
 * @param unserved those of them that left callers without a token
 * @param refused refusals of the credentials
 */
record Streaks(int background, int blocking, int unserved, int refused) {

    static final Streaks NONE = new Streaks(0, 0, 0, 0);

    /** A refusal is an answer, so it ends a row of transient failures; a transient failure takes no refusal back. */
    Streaks after(TokenRequestException.Kind kind, Freshness state) {
        boolean waited = state.compareTo(Freshness.CRITICAL) >= 0;
        int behind = waited ? background : background + 1;
        if (kind == REFUSED) {
            return new Streaks(behind, 0, 0, refused + 1);
        }
        return new Streaks(
                behind,
                waited ? blocking + 1 : blocking,
                state == Freshness.EXPIRED ? unserved + 1 : unserved,
                refused);
    }
}
