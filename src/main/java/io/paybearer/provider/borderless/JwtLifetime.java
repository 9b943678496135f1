// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** How long a token lives by its own claims, which are read, not trusted: the provider alone verifies it. */
final class JwtLifetime {

    private JwtLifetime() {}

    /**
     * Until {@code exp}, else until {@code granted} after {@code iat}; never longer than the token lives in all, wherever this
     * machine's wall clock is.
     *
     * @return {@code granted} if it says neither; zero or less if it has expired
     */
    static Duration of(String token, Instant now, Duration granted) {
        Map<String, Object> claims = claims(token);
        Optional<Instant> issuedAt = date(claims, "iat");
        Optional<Instant> expiresAt = date(claims, "exp").or(() -> issuedAt.map(issued -> issued.plus(granted)));
        if (expiresAt.isEmpty()) {
            return granted;
        }
        Duration whole = issuedAt.map(issued -> Duration.between(issued, expiresAt.get()))
                .orElse(granted);
        Duration rest = Duration.between(now, expiresAt.get());
        return issuedAt.isPresent() && whole.compareTo(rest) < 0 ? whole : rest;
    }

    private static Optional<Instant> date(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    private static Map<String, Object> claims(String token) {
        try {
            String[] parts = token.split("\\.", -1);
            byte[] claims = Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : "");
            return JsonUtil.parseJson(new String(claims, StandardCharsets.UTF_8));
        } catch (JoseException | IllegalArgumentException notAJwt) {
            return Map.of();
        }
    }
}
