// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.net.URI;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has borderless mint the token ({@code POST /authentication}). */
final class EndpointIssuer implements TokenIssuer {

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
        String jwt = AuthenticationAnswer.token(endpoint.post(tokenUri, Map.of(), body));
        try {
            return new IssuedToken(jwt, JwtLifetime.of(jwt, clock.instant(), Borderless.GRANTED));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TokenRequestException(Kind.OUTCOME_UNKNOWN, "unusable answer: " + e.getMessage(), null);
        }
    }
}
