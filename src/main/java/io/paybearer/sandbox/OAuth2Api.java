// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** An API that wants the access tokens of the OAuth 2.0 server. Its answer says what the token stands for. */
final class OAuth2Api implements Endpoint {

    private static final String BASE = "/oauth2/api";

    private final OAuth2Tokens tokens;
    private final SandboxSettings settings;

    OAuth2Api(OAuth2Tokens tokens, SandboxSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public Provider provider() {
        return Provider.OAUTH2;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(BASE) || path.startsWith(BASE + "/");
    }

    @Override
    public boolean challenges() {
        return true;
    }

    @Override
    public Reply answer(Call call) {
        OAuth2Grant grant = tokens.allowed(call.bearerToken(), settings.now());
        return Reply.json(Map.of("actedFor", grant.clientId(), "scope", grant.scope(), "audience", grant.audience()));
    }
}
