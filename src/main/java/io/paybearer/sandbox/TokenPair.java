// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Instant;

/** An access token of PaymentsGate and the refresh token that came with it. */
record TokenPair(String accountId, String accessToken, String refreshToken, Instant expiresAt) {

    @Override
    public String toString() {
        return "TokenPair[accountId=" + accountId + ", expiresAt=" + expiresAt + "]";
    }
}
