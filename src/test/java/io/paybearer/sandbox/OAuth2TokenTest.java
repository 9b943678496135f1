// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets with its own credentials, and the API that wants it. */
class OAuth2TokenTest {

    private static final String GRANT = "grant_type=client_credentials";
    private static final String BASIC = OAuth2Calls.basic("shop:secret");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T10:00:00Z"));
    private final PaymentSandbox sandbox = PaymentSandbox.start(0, clock)
            .register(new OAuth2Client("shop", OAuth2Authentication.CLIENT_SECRET_BASIC, "secret")
                    .withScopes("pay", "refund"));
    private final TestHttp http = new TestHttp(sandbox);
    private final OAuth2Calls calls = new OAuth2Calls(http);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void token_withoutMore_hasAllOfTheClient() {
        HttpResponse<String> issued = send(GRANT);

        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(issued.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(issued.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(issued.headers().firstValue("Pragma")).hasValue("no-cache");
        assertThat(issued.body())
                .matches("\\{\"access_token\":\"[^\".]+\",\"expires_in\":3600,\"scope\":\"pay refund\","
                        + "\"token_type\":\"Bearer\"}");
        assertThat(calls.api(issued).body())
                .isEqualTo("{\"actedFor\":\"shop\",\"audience\":\"\",\"scope\":\"pay refund\"}");
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
        assertThat(sandbox.received()).allMatch(request -> request.provider() == Provider.OAUTH2);
    }

    @Test
    void token_withScopeAndAudience_hasThese() {
        HttpResponse<String> issued =
                send(GRANT + "&scope=refund&audience=https%3A%2F%2Fapi.example&unknown=1&empty=&empty=");

        assertThat(TestHttp.member(issued, "scope")).isEqualTo("refund");
        assertThat(calls.api(issued).body())
                .isEqualTo("{\"actedFor\":\"shop\",\"audience\":\"https://api.example\",\"scope\":\"refund\"}");
    }

    @Test
    void token_clientWithoutScopes_saysNoScope() {
        sandbox.register(new OAuth2Client("shop", OAuth2Authentication.CLIENT_SECRET_BASIC, "secret"));

        assertThat(send(GRANT).body()).doesNotContain("scope");
        assertError(send(GRANT + "&scope=pay"), "invalid_scope", "scope is more than the client may have");
    }

    static Stream<Arguments> wrongForms() {
        String scopeForm = "scope is not a list with one space between";
        return Stream.of(
                arguments("", "invalid_request", "no parameter grant_type"),
                arguments("grant_type=", "invalid_request", "no parameter grant_type"),
                arguments("grant_type", "invalid_request", "no parameter grant_type"),
                arguments("grant_type=password", "unsupported_grant_type", "grant_type is not one of this server's"),
                arguments("grant_type=refresh_token", "unauthorized_client", "client may not use this grant_type"),
                arguments(GRANT + "&" + GRANT, "invalid_request", "a parameter comes twice"),
                arguments(GRANT + "&scope=%zz", "invalid_request", "a percent sign without two hexadecimal digits"),
                arguments(GRANT + "&scope=all", "invalid_scope", "scope is more than the client may have"),
                arguments(GRANT + "&scope=pay+all", "invalid_scope", "scope is more than the client may have"),
                arguments(GRANT + "&scope=pay++refund", "invalid_scope", scopeForm),
                arguments(GRANT + "&scope=+pay", "invalid_scope", scopeForm),
                arguments(GRANT + "&scope=%22pay%22", "invalid_scope", scopeForm));
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void form_anyThingWrong_isRefusedWithItsCode(String form, String code, String reason) {
        assertError(send(form), code, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencodedx", ""})
    void contentType_notOfAForm_isInvalidRequest(String type) {
        assertError(typed(type), "invalid_request", "Content-Type is not application/x-www-form-urlencoded");
    }

    @Test
    void contentType_withCharset_isAccepted() {
        assertThat(typed("application/x-www-form-urlencoded; charset=UTF-8").statusCode())
                .isEqualTo(200);
    }

    @Test
    void request_notPostedOrWithQuery_isInvalidRequest() {
        HttpResponse<String> get = http.get("/oauth2/token");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.body()).contains("\"invalid_request\"");
        assertError(
                calls.post("/oauth2/token?" + GRANT, "", "Authorization", BASIC),
                "invalid_request",
                "parameters in the URI");
        assertThat(http.get("/oauth2").statusCode()).isEqualTo(404);
    }

    @Test
    void accessToken_overItsLife_isRefused() {
        sandbox.settings().tokenLifetime(Duration.ofSeconds(7));
        HttpResponse<String> issued = send(GRANT);
        assertThat(issued.body()).contains("\"expires_in\":7,");

        clock.advance(Duration.ofSeconds(6));
        assertThat(calls.api(issued).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertChallenged(calls.api(issued), "access token has expired");
    }

    @Test
    void accessToken_unknownRevokedOrAbsent_isRefused() {
        HttpResponse<String> issued = send(GRANT);
        sandbox.revokeAll();

        assertChallenged(calls.api(issued), "access token is revoked");
        assertChallenged(calls.api("made-up"), "access token was never issued");
        assertChallenged(http.get("/oauth2/api"), "no Authorization header");
        assertThat(calls.api(send(GRANT)).statusCode()).isEqualTo(200);
    }

    @Test
    void settings_ofTheAnswer_areFollowedUntilTheReset() {
        sandbox.settings().oauth2().jwtAccessTokens(true).tellsLifetime(false).tokenType("DPoP");

        HttpResponse<String> issued = send(GRANT);

        assertThat(issued.body()).doesNotContain("expires_in").contains("\"token_type\":\"DPoP\"");
        String token = TestHttp.member(issued, "access_token");
        assertThat(TestJws.payload(token)).contains("\"exp\":1795777200,", "\"sub\":\"shop\"");
        assertThat(calls.api(token).statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(calls.api(send(GRANT)), "actedFor")).isEqualTo("shop");
        sandbox.settings().oauth2().tokenType("");
        assertThat(send(GRANT).body()).doesNotContain("token_type");
        sandbox.reset();
        assertThat(send(GRANT).body()).matches("\\{\"access_token\":\"[^\".]+\",\"expires_in\":3600,.*\"Bearer\"}");
    }

    @Test
    void faults_atEndpointAndApi_takeThePlaceOfTheAnswers() {
        sandbox.faults().next("/oauth2/token", Fault.status(503), Fault.rewrite(body -> body.replace("3600", "-1")));
        sandbox.faults().next("/oauth2/api/payments", Fault.status(401));

        assertThat(send(GRANT).statusCode()).isEqualTo(503);
        HttpResponse<String> issued = send(GRANT);
        assertThat(issued.body()).contains("\"expires_in\":-1");
        assertChallenged(calls.api(issued), "fault: status 401");
        assertThat(calls.api(issued).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String form) {
        return calls.post("/oauth2/token", form, "Authorization", BASIC);
    }

    private HttpResponse<String> typed(String type) {
        String[] headers = type.isEmpty()
                ? new String[] {"Authorization", BASIC}
                : new String[] {"Authorization", BASIC, "Content-Type", type};
        return http.send(http.request("/oauth2/token", headers).POST(BodyPublishers.ofString(GRANT)));
    }

    private static void assertError(HttpResponse<String> answer, String code, String reason) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + code + "\",\"error_description\":\"" + reason + "\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private void assertChallenged(HttpResponse<String> answer, String verdict) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(sandbox.received())
                .last()
                .extracting(ReceivedRequest::verdict)
                .isEqualTo(verdict);
    }
}
