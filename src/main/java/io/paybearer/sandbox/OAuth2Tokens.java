// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tokens that the OAuth 2.0 server has issued, and which of them are spent or revoked. Thread-safe. */
final class OAuth2Tokens {

    private final Map<String, Access> accessTokens = new HashMap<>();
    private final Map<String, OAuth2Grant> refreshTokens = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private final Set<UUID> revokedFamilies = new HashSet<>();
    private int reused;

    synchronized void addAccessToken(String token, OAuth2Grant grant, Instant expiresAt) {
        accessTokens.put(token, new Access(grant, expiresAt));
    }

    /** Adds a refresh token. A token that was there before is as good as new. */
    synchronized void addRefreshToken(String token, OAuth2Grant grant) {
        refreshTokens.put(token, grant);
        spent.remove(token);
        revoked.remove(token);
    }

    /**
     * Looks for what a refresh token stands for, and spends it if the client's tokens work once. A token that was spent before is in
     * the wrong hands, so it takes its whole family with it (RFC 9700, section 4.14).
     *
     * @param wanted the scope that the client asks for; a token is not spent if it stands for less
     */
    synchronized OAuth2Grant use(String refreshToken, OAuth2Client client, Optional<OAuth2Scope> wanted) {
        OAuth2Grant grant = refreshTokens.get(refreshToken);
        if (grant == null) {
            throw invalidGrant("refresh token was never issued");
        }
        if (!grant.clientId().equals(client.clientId())) {
            throw invalidGrant("refresh token is another client's");
        }
        if (spent.contains(refreshToken)) {
            reused++;
            revokedFamilies.add(grant.family());
            throw invalidGrant("refresh token was spent before");
        }
        if (isRevoked(refreshToken, grant)) {
            throw invalidGrant("refresh token is revoked");
        }
        wanted.ifPresent(scope -> scope.requireWithin(grant.scope()));
        if (client.rotates()) {
            spent.add(refreshToken);
        }
        return grant;
    }

    /** What an access token stands for that is neither revoked nor expired. */
    synchronized OAuth2Grant allowed(String accessToken, Instant now) {
        Access access = accessTokens.get(accessToken);
        if (access == null) {
            throw Refused.unauthorized("access token was never issued");
        }
        if (isRevoked(accessToken, access.grant())) {
            throw Refused.unauthorized("access token is revoked");
        }
        if (!now.isBefore(access.expiresAt())) {
            throw Refused.unauthorized("access token has expired");
        }
        return access.grant();
    }

    /** When an access token ends, which the token itself need not say; empty if it was never issued. */
    synchronized Optional<Instant> end(String accessToken) {
        return Optional.ofNullable(accessTokens.get(accessToken)).map(Access::expiresAt);
    }

    /** Revokes an access token, or a refresh token and its family. A token that was never issued changes nothing. */
    synchronized void revoke(String token, String clientId) {
        Access access = accessTokens.get(token);
        OAuth2Grant grant = access == null ? refreshTokens.get(token) : access.grant();
        if (grant == null) {
            return;
        }
        if (!grant.clientId().equals(clientId)) {
            throw Refused.badRequest("token is another client's");
        }
        revoked.add(token);
        if (access == null) {
            revokedFamilies.add(grant.family());
        }
    }

    synchronized void revokeAccessTokens() {
        revoked.addAll(accessTokens.keySet());
    }

    synchronized void revokeRefreshTokens() {
        revoked.addAll(refreshTokens.keySet());
    }

    synchronized int reused() {
        return reused;
    }

    synchronized void clearReused() {
        reused = 0;
    }

    private boolean isRevoked(String token, OAuth2Grant grant) {
        return revoked.contains(token) || revokedFamilies.contains(grant.family());
    }

    private static Refused invalidGrant(String reason) {
        return Refused.oauth2("invalid_grant", reason);
    }

    private record Access(OAuth2Grant grant, Instant expiresAt) {}
}
