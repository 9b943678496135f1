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
     * {@code exp - iat}, which needs no clock of ours; {@code exp} from now if there is no {@code iat}.
     *
     * @return empty if it is not a JWT or has no {@code exp}; zero or less if it has expired
     */
    static Optional<Duration> of(String token, Instant now) {
        Map<String, Object> claims = claims(token);
        if (!(claims.get("exp") instanceof Number expiresAt)) {
            return Optional.empty();
        }
        long from = claims.get("iat") instanceof Number issuedAt ? issuedAt.longValue() : now.getEpochSecond();
        return Optional.of(Duration.ofSeconds(Math.subtractExact(expiresAt.longValue(), from)));
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
