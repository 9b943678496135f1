// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tokens that PaymentsGate has issued, and which of them are spent or revoked. Thread-safe. */
final class IssuedTokens {

    private final String signingKey = UUID.randomUUID().toString();
    private final Map<String, TokenPair> byAccessToken = new HashMap<>();
    private final Map<String, TokenPair> byRefreshToken = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private int reused;

    /** Issues a new pair. The access token is a JWT, as it is at the real provider; callers need not read it. */
    synchronized TokenPair issue(String accountId, Instant now, Instant expiresAt) {
        Map<String, Object> claims = Map.of(
                "sub", accountId,
                "iat", now.getEpochSecond(),
                "exp", expiresAt.getEpochSecond(),
                "jti", UUID.randomUUID().toString());
        TokenPair pair = new TokenPair(
                accountId, Jws.sign(claims, signingKey), UUID.randomUUID().toString(), expiresAt);
        byAccessToken.put(pair.accessToken(), pair);
        byRefreshToken.put(pair.refreshToken(), pair);
        return pair;
    }

    /** Spends a refresh token. It works once, and beside no other access token than its pair's, which may have expired. */
    synchronized TokenPair spend(String refreshToken, Optional<String> accessToken) {
        TokenPair pair = Optional.ofNullable(byRefreshToken.get(refreshToken))
                .orElseThrow(() -> Refused.unauthorized("refresh token was never issued"));
        if (spent.contains(refreshToken)) {
            reused++;
            throw Refused.unauthorized("refresh token was spent before");
        }
        if (revoked.contains(refreshToken)) {
            throw Refused.unauthorized("refresh token is revoked");
        }
        if (!accessToken.orElse(pair.accessToken()).equals(pair.accessToken())) {
            throw Refused.unauthorized("access token is not the pair of the refresh token");
        }
        spent.add(refreshToken);
        return pair;
    }

    /** The account of an access token that is neither revoked nor expired. */
    synchronized String account(String accessToken, Instant now) {
        TokenPair pair = Optional.ofNullable(byAccessToken.get(accessToken))
                .orElseThrow(() -> Refused.unauthorized("access token was never issued"));
        if (revoked.contains(accessToken)) {
            throw Refused.unauthorized("access token is revoked");
        }
        if (!now.isBefore(pair.expiresAt())) {
            throw Refused.unauthorized("access token has expired");
        }
        return pair.accountId();
    }

    synchronized void revokeAccessTokens() {
        revoked.addAll(byAccessToken.keySet());
    }

    synchronized void revokeRefreshTokens() {
        revoked.addAll(byRefreshToken.keySet());
    }

    synchronized int reused() {
        return reused;
    }

    synchronized void clearReused() {
        reused = 0;
    }
}
