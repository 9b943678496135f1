// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The claims of JWTs by which clients show who they are (RFC 7523, section 3). They name the client twice, and nothing but the
 * token endpoint as their audience; they live for five minutes at the most and are good for one request. Thread-safe.
 */
final class ClientAssertions {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SandboxSettings settings;
    private final Supplier<URI> tokenUri;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    ClientAssertions(SandboxSettings settings, Supplier<URI> tokenUri) {
        this.settings = settings;
        this.tokenUri = tokenUri;
    }

    /** Accepts the claims of a JWT whose signature was verified, for this once. */
    void use(JsonObject claims, String clientId) {
        Instant now = settings.now();
        requireNamed(claims, "iss", clientId);
        requireNamed(claims, "sub", clientId);
        if (!claims.texts("aud").equals(List.of(tokenUri.get().toString()))) {
            throw Refused.unauthorized("assertion's aud is not the token endpoint alone");
        }
        requireBegun(claims, "iat", now);
        requireBegun(claims, "nbf", now);
        useOnce(clientId, claims, expiry(claims, now), now);
    }

    private static void requireNamed(JsonObject claims, String claim, String clientId) {
        if (!claims.text(claim).equals(Optional.of(clientId))) {
            throw Refused.unauthorized("assertion's " + claim + " is not the client's id");
        }
    }

    private static void requireBegun(JsonObject claims, String claim, Instant now) {
        if (claims.has(claim) && Validity.instant(claims, claim).isAfter(now)) {
            throw Refused.unauthorized("assertion's " + claim + " is in the future");
        }
    }

    private static Instant expiry(JsonObject claims, Instant now) {
        Instant expiry = Validity.instant(claims, "exp");
        if (!now.isBefore(expiry)) {
            throw Refused.unauthorized("assertion has expired");
        }
        if (expiry.isAfter(now.plus(LONGEST))) {
            throw Refused.unauthorized("assertion's exp is more than " + LONGEST.toMinutes() + " minutes ahead");
        }
        return expiry;
    }

    private void useOnce(String clientId, JsonObject claims, Instant expiry, Instant now) {
        String id = claims.text("jti").orElseThrow(() -> Refused.unauthorized("assertion has no jti"));
        used.values().removeIf(end -> !now.isBefore(end));
        if (used.putIfAbsent(clientId + " " + id, expiry) != null) {
            throw Refused.unauthorized("assertion's jti was used before");
        }
    }
}
