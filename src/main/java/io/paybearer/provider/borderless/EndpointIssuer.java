// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.JwtLifetime;
import io.paybearer.spi.TokenAnswer;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            Duration lifetime =
                    JwtLifetime.of(jwt, clock.instant(), Borderless.GRANTED).orElse(Borderless.GRANTED);
            return new IssuedToken(jwt, lifetime);
        } catch (IllegalArgumentException e) {
            throw answer.unusable(String.valueOf(e.getMessage()));
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
}
