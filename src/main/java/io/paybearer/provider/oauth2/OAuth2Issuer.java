// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import io.paybearer.Secret;
import io.paybearer.spi.BearerAnswers;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.OAuth2Error;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequest;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An issuer that obtains tokens from an authorization server. */
final class OAuth2Issuer implements TokenIssuer {

    private final URI tokenUri;
    private final ClientAuthentication client;
    private final Grant grant;
    private final Map<String, String> asked;
    private final TokenEndpoint endpoint;
    private final BearerAnswers answers;
    private final UnaryOperator<String> keys;

    /**
     * An issuer.
     *
     * @param tokenUri the token endpoint
     * @param client how the client authenticates itself
     * @param grant by what right it asks
     * @param asked what it asks for
     * @param endpoint sends the requests
     * @param answers reads the answers
     * @param keys makes the full key of a leaf
     */
    OAuth2Issuer(
            URI tokenUri,
            ClientAuthentication client,
            Grant grant,
            Map<String, String> asked,
            TokenEndpoint endpoint,
            BearerAnswers answers,
            UnaryOperator<String> keys) {
        this.tokenUri = tokenUri;
        this.client = client;
        this.grant = grant;
        this.asked = asked;
        this.endpoint = endpoint;
        this.answers = answers;
        this.keys = keys;
    }

    /**
     * A refresh token that rotates is the credential by itself: whatever else changes, such as the client's secret or the
     * endpoint, its successors follow one another, and the configured one is not sent again.
     */
    @Override
    public List<String> credential() {
        List<String> parts = new ArrayList<>(List.of(grant.type(), String.valueOf(grant.rotates())));
        grant.refreshToken().ifPresent(token -> parts.add(token.reveal()));
        if (!grant.rotates()) {
            parts.add(tokenUri.toString());
            parts.addAll(client.parts());
            asked.forEach((name, value) -> parts.addAll(List.of(name, value)));
        }
        return parts;
    }

    @Override
    public boolean rotating() {
        return grant.rotates();
    }

    @Override
    public IssuedToken issue() throws TokenRequestException {
        IssuedToken token = token(grant.refreshToken().orElse(null), asked, grant.rotates());
        return grant.refreshToken().isEmpty() || grant.rotates()
                ? token.inheriting(grant.refreshToken().orElse(null))
                : new IssuedToken(token.accessToken(), null, token.lifetime());
    }

    @Override
    public IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
        Secret refreshToken = previous.refreshToken();
        if (refreshToken == null) {
            throw new TokenRequestException(Kind.REFUSED, "there is no refresh token", null);
        }
        return token(refreshToken, grant.rotates() ? asked : Map.of(), true);
    }

    private IssuedToken token(@Nullable Secret refreshToken, Map<String, String> more, boolean once)
            throws TokenRequestException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", refreshToken == null ? "client_credentials" : "refresh_token");
        if (refreshToken != null) {
            fields.put("refresh_token", refreshToken.reveal());
        }
        fields.putAll(more);
        TokenRequest request = client.request(tokenUri, fields);
        try {
            return answers.token(endpoint.send(once ? request.sentOnce() : request));
        } catch (TokenRequestException e) {
            throw advised(e);
        }
    }

    private TokenRequestException advised(TokenRequestException failure) {
        String advice =
                failure.error().flatMap(OAuth2Error::of).map(this::advice).orElse("");
        return advice.isEmpty() ? failure : failure.saying("; " + advice);
    }

    private String advice(OAuth2Error error) {
        return switch (error) {
            case INVALID_CLIENT -> client.advice(keys);
            case INVALID_GRANT ->
                "the refresh token has expired, was revoked or used, or belongs to another client; configure a new one in "
                        + keys.apply("refresh-token");
            case UNAUTHORIZED_CLIENT, UNSUPPORTED_GRANT_TYPE ->
                "the client may not use the grant " + grant.type() + "; check " + keys.apply("grant");
            case INVALID_SCOPE -> "check " + keys.apply("scope");
            case INVALID_TARGET -> "check " + keys.apply("audience") + " and " + keys.apply("parameter.resource");
            case INVALID_REQUEST ->
                "check " + keys.apply("client-authentication") + ", " + keys.apply("grant") + ", " + keys.apply("scope")
                        + " and " + keys.apply("parameter.…");
            default -> "";
        };
    }
}
