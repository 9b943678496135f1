// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** The endpoint at which a client gives its tokens back (RFC 7009). */
final class OAuth2Revocation implements Endpoint {

    private static final String PATH = "/oauth2/revoke";

    private final OAuth2Login login;
    private final OAuth2Tokens tokens;

    OAuth2Revocation(OAuth2Login login, OAuth2Tokens tokens) {
        this.login = login;
        this.tokens = tokens;
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
        tokens.revoke(form.required("token"), client.clientId());
        return OAuth2Answer.success(Map.of());
    }

    @Override
    public Reply refusal(Call call, Refused refused) {
        return OAuth2Answer.error(call, refused);
    }
}
