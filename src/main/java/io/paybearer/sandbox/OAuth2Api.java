// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** An API that wants the access tokens of the OAuth 2.0 server. Its answer says what the token stands for. */
final class OAuth2Api implements Endpoint {

    private final OAuth2Tokens tokens;
    private final SandboxSettings settings;

    OAuth2Api(OAuth2Tokens tokens, SandboxSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return Place.api(Provider.OAUTH2, "/oauth2/api");
    }

    @Override
    public Reply answer(Call call) {
        OAuth2Grant grant = tokens.allowed(call.bearerToken(), settings.now());
        return Reply.json(Map.of("actedFor", grant.clientId(), "scope", grant.scope(), "audience", grant.audience()));
    }
}
