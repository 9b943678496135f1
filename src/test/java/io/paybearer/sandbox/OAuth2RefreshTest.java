// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens that are spent, and tokens that are given back. */
class OAuth2RefreshTest {

    private static final String FIRST = "first-refresh-token";

    private final OAuth2Client client = new OAuth2Client("shop", OAuth2Authentication.CLIENT_SECRET_POST, "secret")
            .withScopes("pay", "refund")
            .withRefreshToken(FIRST);
    private final PaymentSandbox sandbox = PaymentSandbox.start()
            .register(client)
            .register(new OAuth2Client("other", OAuth2Authentication.CLIENT_SECRET_POST, "secret")
                    .withRefreshToken("token-of-other"))
            .register(new OAuth2Client("asker", OAuth2Authentication.CLIENT_SECRET_POST, "secret"));
    private final OAuth2Calls calls = new OAuth2Calls(new TestHttp(sandbox));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void refresh_inTurn_givesTheNextTokenEachTime() {
        HttpResponse<String> first = refresh(FIRST);
        HttpResponse<String> second = refresh(next(first));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(next(second)).isNotEqualTo(next(first)).isNotEqualTo(FIRST);
        assertThat(TestHttp.member(calls.api(second), "actedFor")).isEqualTo("shop");
        assertThat(calls.api(first).statusCode()).isEqualTo(200);
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void reuse_ofASpentToken_revokesTheWholeFamilyAndIsCounted() {
        HttpResponse<String> first = refresh(FIRST);
        HttpResponse<String> second = refresh(next(first));

        assertInvalidGrant(refresh(FIRST), "refresh token was spent before");

        assertThat(sandbox.reusedRefreshTokens()).isEqualTo(1);
        assertInvalidGrant(refresh(next(second)), "refresh token is revoked");
        assertThat(calls.api(first).statusCode()).isEqualTo(401);
        assertThat(calls.api(second).statusCode()).isEqualTo(401);
        assertThat(sandbox.reusedRefreshTokens()).isEqualTo(1);
        sandbox.clear();
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void reuse_inOneFamily_leavesOthersAlone() {
        refresh(FIRST);
        refresh(FIRST);

        assertThat(refreshAs("other", "token-of-other").statusCode()).isEqualTo(200);
        sandbox.register(client);
        assertThat(refresh(FIRST).statusCode()).isEqualTo(200);
    }

    @Test
    void lastingToken_worksAgainAndAgain() {
        sandbox.register(client.withLastingRefreshToken(FIRST));

        assertThat(refresh(FIRST).body()).doesNotContain("refresh_token");
        assertThat(refresh(FIRST).statusCode()).isEqualTo(200);
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void scope_narrower_isThatOfTheAccessTokenAlone() {
        HttpResponse<String> narrow = refresh(FIRST, "scope", "pay");

        assertThat(TestHttp.member(narrow, "scope")).isEqualTo("pay");
        assertThat(TestHttp.member(refresh(next(narrow)), "scope")).isEqualTo("pay refund");
    }

    @Test
    void scope_wider_isRefusedAndSpendsNothing() {
        assertThat(refresh(FIRST, "scope", "pay all").body()).contains("\"invalid_scope\"");

        assertThat(refresh(FIRST).statusCode()).isEqualTo(200);
    }

    @Test
    void refreshToken_anyThingWrong_isInvalidGrant() {
        assertInvalidGrant(refresh("made-up"), "refresh token was never issued");
        assertInvalidGrant(refreshAs("other", FIRST), "refresh token is another client's");
        sandbox.revokeRefreshTokens();
        assertInvalidGrant(refresh(FIRST), "refresh token is revoked");
        assertThat(sandbox.reusedRefreshTokens()).isZero();
        assertThat(token("shop", "grant_type", "refresh_token").body())
                .contains("\"invalid_request\"", "no parameter refresh_token");
    }

    @Test
    void grantType_ofAClientOfTheOtherKind_isUnauthorizedClient() {
        assertThat(token("shop", "grant_type", "client_credentials").body()).contains("\"unauthorized_client\"");
        assertThat(refreshAs("asker", FIRST).body()).contains("\"unauthorized_client\"");
    }

    @Test
    void revocation_ofAnAccessToken_endsThatTokenAlone() {
        HttpResponse<String> first = refresh(FIRST);

        HttpResponse<String> answer = revoke("shop", TestHttp.member(first, "access_token"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(calls.api(first).statusCode()).isEqualTo(401);
        assertThat(refresh(next(first)).statusCode()).isEqualTo(200);
    }

    @Test
    void revocation_ofARefreshToken_endsItsAccessTokensToo() {
        HttpResponse<String> first = refresh(FIRST);

        assertThat(revoke("shop", next(first)).statusCode()).isEqualTo(200);

        assertThat(calls.api(first).statusCode()).isEqualTo(401);
        assertInvalidGrant(refresh(next(first)), "refresh token is revoked");
    }

    @Test
    void revocation_anyThingWrong_isRefusedUnlessTheTokenIsUnknown() {
        assertThat(revoke("shop", "made-up").statusCode()).isEqualTo(200);
        assertThat(revoke("other", FIRST).body()).contains("\"invalid_request\"", "token is another client's");
        assertThat(revoke("nobody", FIRST).body()).contains("\"invalid_client\"");
        assertThat(calls.post("/oauth2/revoke", "client_id=shop&client_secret=secret")
                        .body())
                .contains("\"invalid_request\"", "no parameter token");
        assertThat(refresh(FIRST).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> refresh(String refreshToken, String... more) {
        String[] parameters = {
            "grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", "shop", "client_secret", "secret"
        };
        String form = OAuth2Calls.form(parameters) + "&" + OAuth2Calls.form(more);
        return calls.post(OAuth2Calls.TOKEN, form);
    }

    private HttpResponse<String> refreshAs(String id, String refreshToken) {
        return token(id, "grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    private HttpResponse<String> token(String id, String... parameters) {
        return calls.post(
                OAuth2Calls.TOKEN, OAuth2Calls.form(parameters) + "&client_id=" + id + "&client_secret=secret");
    }

    private HttpResponse<String> revoke(String id, String token) {
        return calls.post(
                "/oauth2/revoke", OAuth2Calls.form("token", token, "client_id", id, "client_secret", "secret"));
    }

    private static String next(HttpResponse<String> answer) {
        return TestHttp.member(answer, "refresh_token");
    }

    private static void assertInvalidGrant(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"" + reason + "\"}");
    }
}
