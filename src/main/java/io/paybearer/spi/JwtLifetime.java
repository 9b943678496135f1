// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** How long a JWT lives by its own claims. The signature is not verified; the provider does that. */
public final class JwtLifetime {

    private JwtLifetime() {}

    /**
     * How long a token lives from now on: until {@code exp}, or else until some time after {@code iat}. Its whole life, from {@code
     * iat} on, is the upper limit even if this machine's clock is slow.
     *
     * @param token the token
     * @param now the present moment
     * @param granted how long a token without {@code exp} lives, counted from its {@code iat}; null if that is not known
     * @return zero or less if the token has expired; empty if it is no JWT or has no such claims
     * @throws IllegalArgumentException if its dates are out of range
     */
    public static Optional<Duration> of(String token, Instant now, @Nullable Duration granted) {
        try {
            return remaining(claims(token), now, granted);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("the dates in its token are out of range", e);
        }
    }

    private static Optional<Duration> remaining(Map<String, Object> claims, Instant now, @Nullable Duration granted) {
        Optional<Instant> issuedAt = date(claims, "iat");
        Optional<Instant> expiresAt = date(claims, "exp")
                .or(() -> granted == null ? Optional.empty() : issuedAt.map(issued -> issued.plus(granted)));
        return expiresAt.map(end -> {
            Duration remaining = Duration.between(now, end);
            return issuedAt.map(issued -> Duration.between(issued, end))
                    .filter(whole -> whole.compareTo(remaining) < 0)
                    .orElse(remaining);
        });
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
        } catch (JoseException | RuntimeException notAJwt) {
            return Map.of();
        }
    }
}
