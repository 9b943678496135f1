// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentsGateTest {

    private static final TestKeys KEYS = TestKeys.rsa();
    private static final String ACCOUNT = "b1f0a9a6-6f2e-4d4a-9b8e-3f7d6a1c2e55";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final PaymentSandbox sandbox =
            PaymentSandbox.start(0, clock).register(new PaymentsGateMerchant(ACCOUNT, KEYS.publicPem()));
    private final TestHttp http = new TestHttp(sandbox);
    private final PaymentsGateCalls calls = new PaymentsGateCalls(http, ACCOUNT);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void refresh_withExpiredAccessToken_issuesNewPair() {
        HttpResponse<String> first = authenticate();
        clock.advance(Duration.ofHours(5));

        HttpResponse<String> second = calls.refresh(first);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(second, "access_token")).isNotEqualTo(TestHttp.member(first, "access_token"));
        assertThat(TestHttp.member(second, "refresh_token")).isNotEqualTo(TestHttp.member(first, "refresh_token"));
        assertThat(calls.payin(TestHttp.member(second, "access_token")).statusCode())
                .isEqualTo(200);
        assertThat(calls.refresh(second).statusCode()).isEqualTo(200);
        assertThat(sandbox.tokenCalls()).isEqualTo(3);
    }

    @Test
    void refresh_spentRefreshToken_isUnauthorizedAndCounted() {
        HttpResponse<String> first = authenticate();
        calls.refresh(first);

        assertThat(calls.refresh(first).statusCode()).isEqualTo(401);
        assertThat(sandbox.reusedRefreshTokens()).isEqualTo(1);
    }

    @Test
    void refresh_accessTokenOfAnotherPair_isUnauthorizedAndSpendsNothing() {
        HttpResponse<String> first = authenticate();
        String other = TestHttp.member(authenticate(), "access_token");

        assertThat(calls.refresh(other, TestHttp.member(first, "refresh_token")).statusCode())
                .isEqualTo(401);
        assertThat(calls.refresh(first).statusCode()).isEqualTo(200);
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void refresh_withoutAuthorization_issuesNewPairAsWell() {
        String body = "{\"refresh_token\":\"" + TestHttp.member(authenticate(), "refresh_token") + "\"}";

        HttpResponse<String> second = http.post("/auth/token/refresh", body);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(calls.payin(TestHttp.member(second, "access_token")).statusCode())
                .isEqualTo(200);
        assertThat(http.post("/auth/token/refresh", body).statusCode()).isEqualTo(401);
    }

    @Test
    void refresh_authorizationOfAnotherScheme_isUnauthorized() {
        String body = "{\"refresh_token\":\"" + TestHttp.member(authenticate(), "refresh_token") + "\"}";

        assertThat(http.post("/auth/token/refresh", body, "Authorization", "Basic eDp5")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void errors_ofEachEndpoint_haveTheProvidersForm() {
        assertThat(http.get("/wallet").body())
                .isEqualTo("{\"error\":\"Unauthorized\",\"message\":\"no Authorization header\",\"statusCode\":401}");
        assertThat(http.get("/auth/token").body())
                .isEqualTo("{\"error\":\"Method Not Allowed\",\"message\":\"method is not POST\",\"statusCode\":405}");
        assertThat(http.post("/auth/token/refresh", "{}").body())
                .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"body has no text refresh_token\","
                        + "\"statusCode\":400}");
    }

    @Test
    void refresh_unknownRefreshToken_isUnauthorized() {
        assertThat(calls.refresh(TestHttp.member(authenticate(), "access_token"), "made-up")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refresh_revokedRefreshToken_isUnauthorizedAndNotCountedAsReuse() {
        HttpResponse<String> first = authenticate();
        sandbox.revokeRefreshTokens();

        assertThat(calls.refresh(first).statusCode()).isEqualTo(401);
        assertThat(sandbox.reusedRefreshTokens()).isZero();
        assertThat(calls.payin(TestHttp.member(first, "access_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void api_expiredAccessToken_isUnauthorizedFromTheVerySecond() {
        sandbox.settings().tokenLifetime(Duration.ofSeconds(90));
        HttpResponse<String> issued = authenticate();
        assertThat(issued.body()).contains("\"expires_in\":90");
        String token = TestHttp.member(issued, "access_token");

        clock.advance(Duration.ofSeconds(89));
        assertThat(calls.payin(token).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertChallenged(calls.payin(token), "access token has expired");
    }

    @Test
    void api_revokedAccessToken_isUnauthorizedAndCanStillBeRefreshed() {
        HttpResponse<String> issued = authenticate();
        sandbox.revokeAll();

        assertChallenged(calls.payin(TestHttp.member(issued, "access_token")), "access token is revoked");
        assertThat(calls.payin(TestHttp.member(calls.refresh(issued), "access_token"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void api_noOrMadeUpOrWronglySpelledToken_isUnauthorized() {
        String token = TestHttp.member(authenticate(), "access_token");

        assertChallenged(http.get("/wallet"), "no Authorization header");
        assertChallenged(calls.payin("made-up"), "access token was never issued");
        assertChallenged(
                http.get("/wallet", "Authorization", "bearer " + token), "Authorization is not a Bearer token");
        assertChallenged(http.get("/wallet", "Authorization", token), "Authorization is not a Bearer token");
    }

    @Test
    void api_twoAuthorizationHeaders_isBadRequest() {
        String bearer = "Bearer " + TestHttp.member(authenticate(), "access_token");

        assertThat(http.get("/deals/7", "Authorization", bearer, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/deals/payin", "/deals/7", "/deals/7/credentials", "/wallet", "/banks/find", "/fx/tlv?a=1"})
    void api_pathsOfTheProvidersClients_areServed(String path) {
        String bearer = "Bearer " + TestHttp.member(authenticate(), "access_token");

        assertThat(http.get(path, "Authorization", bearer).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> authenticate() {
        return calls.authenticate(TestKeys.base64(KEYS.publicPem()));
    }

    private void assertChallenged(HttpResponse<String> answer, String verdict) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(last().verdict()).isEqualTo(verdict);
        assertThat(last().accepted()).isFalse();
    }

    private ReceivedRequest last() {
        List<ReceivedRequest> received = sandbox.received();
        return received.get(received.size() - 1);
    }
}
