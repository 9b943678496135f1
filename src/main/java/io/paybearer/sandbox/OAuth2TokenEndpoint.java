// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The endpoint at which the OAuth 2.0 server issues tokens (RFC 6749, sections 4.4 and 6). */
final class OAuth2TokenEndpoint implements Endpoint {

    static final String PATH = "/oauth2/token";

    private final OAuth2Login login;
    private final OAuth2Tokens tokens;
    private final SandboxSettings settings;
    private final String signingKey = UUID.randomUUID().toString();

    OAuth2TokenEndpoint(OAuth2Login login, OAuth2Tokens tokens, SandboxSettings settings) {
        this.login = login;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return Place.login(Provider.OAUTH2, PATH);
    }

    @Override
    public Reply answer(Call call) {
        call.requirePost();
        FormBody form = FormBody.of(call);
        OAuth2Client client = login.client(call, form);
        Optional<OAuth2Scope> wanted = form.text("scope").map(OAuth2Scope::parse);
        String type = form.required("grant_type");
        boolean refreshes = type.equals("refresh_token");
        if (!refreshes && !type.equals("client_credentials")) {
            throw Refused.oauth2("unsupported_grant_type", "grant_type is not one of this server's");
        }
        if (refreshes != (client.refreshToken() != null)) {
            throw Refused.oauth2("unauthorized_client", "client may not use this grant_type");
        }
        return refreshes ? refresh(client, form, wanted) : issue(client, form, wanted);
    }

    @Override
    public Reply refusal(Call call, Refused refused) {
        return OAuth2Answer.error(call, refused);
    }

    private Reply issue(OAuth2Client client, FormBody form, Optional<OAuth2Scope> wanted) {
        OAuth2Scope all = OAuth2Scope.of(client.scopes());
        OAuth2Grant whole = OAuth2Grant.of(client, all, form.text("audience").orElse(""));
        return OAuth2Answer.success(accessToken(wanted.map(whole::narrowedTo).orElse(whole)));
    }

    private Reply refresh(OAuth2Client client, FormBody form, Optional<OAuth2Scope> wanted) {
        OAuth2Grant whole = tokens.use(form.required("refresh_token"), client, wanted);
        Map<String, Object> answer = accessToken(wanted.map(whole::narrowedTo).orElse(whole));
        if (client.rotates()) {
            String next = UUID.randomUUID().toString();
            tokens.addRefreshToken(next, whole);
            answer.put("refresh_token", next);
        }
        return OAuth2Answer.success(answer);
    }

    private Map<String, Object> accessToken(OAuth2Grant grant) {
        OAuth2Settings shape = settings.oauth2();
        Instant now = settings.now();
        Duration lifetime = settings.tokenLifetime();
        String token = shape.jwtAccessTokens()
                ? jwt(grant, now, now.plus(lifetime))
                : UUID.randomUUID().toString();
        tokens.addAccessToken(token, grant, now.plus(lifetime));
        Map<String, Object> answer = new HashMap<>(Map.of("access_token", token));
        if (!shape.tokenType().isEmpty()) {
            answer.put("token_type", shape.tokenType());
        }
        if (shape.tellsLifetime()) {
            answer.put("expires_in", lifetime.toSeconds());
        }
        if (!grant.scope().values().isEmpty()) {
            answer.put("scope", grant.scope());
        }
        return answer;
    }

    private String jwt(OAuth2Grant grant, Instant now, Instant expiry) {
        Map<String, Object> claims = Map.of(
                "sub", grant.clientId(),
                "scope", grant.scope(),
                "aud", grant.audience(),
                "iat", now.getEpochSecond(),
                "exp", expiry.getEpochSecond(),
                "jti", UUID.randomUUID());
        return Jws.sign(claims, signingKey);
    }
}
