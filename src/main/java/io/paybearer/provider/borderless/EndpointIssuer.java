// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.http.TokenAnswer;
import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** An issuer that has borderless mint the token ({@code POST /authentication}). */
final class EndpointIssuer implements TokenIssuer {

    private static final String NO_TOKEN = "its body holds no token";

    private final BorderlessCredential credential;
    private final URI tokenUri;
    private final TokenEndpoint endpoint;
    private final InstantSource clock;

    EndpointIssuer(BorderlessCredential credential, URI tokenUri, TokenEndpoint endpoint, InstantSource clock) {
        this.credential = credential;
        this.tokenUri = tokenUri;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public List<String> credential() {
        List<String> parts = new ArrayList<>(List.of("endpoint", tokenUri.toString()));
        parts.addAll(credential.parts());
        return parts;
    }

    @Override
    public IssuedToken issue() throws TokenRequestException {
        Map<String, String> body = new LinkedHashMap<>(credential.claims());
        body.put("secretKey", credential.secretKey().reveal());
        EndpointAnswer answer = endpoint.login(tokenUri, Map.of(), body);
        String jwt = token(answer);
        try {
            return new IssuedToken(jwt, lifetime(jwt, clock.instant()));
        } catch (IllegalArgumentException e) {
            throw answer.unusable(String.valueOf(e.getMessage()));
        } catch (DateTimeException | ArithmeticException e) {
            throw answer.unusable("the dates in its token are out of range");
        }
    }

    /**
     * Finds the token in an answer. The provider does not document its shape, so three are understood: an object with one of
     * the usual names such as {@code access_token}, a JSON string, and the bare compact JWT.
     */
    private static String token(EndpointAnswer answer) throws TokenRequestException {
        String body = answer.body();
        if (body.startsWith("{")) {
            return TokenAnswer.parse(answer)
                    .text("token", "jwt", "accessToken", "access_token")
                    .orElseThrow(() -> answer.unusable(NO_TOKEN));
        }
        String token = body.startsWith("\"")
                ? TokenAnswer.parse(answer, "{\"token\":" + body + "}").requiredText("token")
                : body;
        if (!token.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
            throw answer.unusable(NO_TOKEN);
        }
        return token;
    }

    /**
     * How long a token lives by its own claims: until {@code exp}, or else until fifteen minutes after {@code iat}. Its
     * whole life, from {@code iat} on, is the upper limit even if this machine's clock is slow. A token without these claims
     * lives for fifteen minutes. The signature is not verified here; the provider does that.
     *
     * @return zero or less if the token has expired
     */
    static Duration lifetime(String token, Instant now) {
        Map<String, Object> claims = claims(token);
        Optional<Instant> issuedAt = date(claims, "iat");
        Optional<Instant> expiresAt =
                date(claims, "exp").or(() -> issuedAt.map(issued -> issued.plus(Borderless.GRANTED)));
        if (expiresAt.isEmpty()) {
            return Borderless.GRANTED;
        }
        Duration remaining = Duration.between(now, expiresAt.get());
        return issuedAt.map(issued -> Duration.between(issued, expiresAt.get()))
                .filter(whole -> whole.compareTo(remaining) < 0)
                .orElse(remaining);
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
