// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BorderlessTest {

    private static final String ISSUER = "al2gyjp2bqqkm1598ekv9etfd";
    private static final String PARTNER = "partner2bqqkm1598ekv9etfd";
    private static final String KEY = "42f1828e-c705-11ec-9d64-0242ac120002";
    private static final String PARTNER_KEY = "0d3e9c55-c705-11ec-9d64-0242ac120002";
    private static final long NOW = 1_700_000_000L;
    private static final String PLAIN = token(ISSUER, String.valueOf(NOW));
    private static final String OF_PARTNER = token(PARTNER, NOW + ",\"partnerKey\":\"" + PARTNER_KEY + "\"");

    private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(NOW));
    private final PaymentSandbox sandbox = PaymentSandbox.start(0, clock)
            .register(new BorderlessMerchant(ISSUER, KEY, null, Set.of()))
            .register(new BorderlessMerchant(PARTNER, KEY, PARTNER_KEY, Set.of("cl_1", "cl_2")));
    private final TestHttp http = new TestHttp(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/payments", "/contacts/ContactInformation", "/externalContact", "/zoneCodes"})
    void token_rightOne_isAcceptedForTheIssuer(String path) {
        HttpResponse<String> answer = http.get(path, "Authorization", "Bearer " + PLAIN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(answer, "actedFor")).isEqualTo(ISSUER);
    }

    @Test
    void clientId_ofPartner_isWhomTheCallActsFor() {
        HttpResponse<String> child =
                http.post("/payments", "{}", "Authorization", "Bearer " + OF_PARTNER, "Client-Id", "cl_2");

        assertThat(TestHttp.member(child, "actedFor")).isEqualTo("cl_2");
        assertThat(TestHttp.member(send(OF_PARTNER), "actedFor")).isEqualTo(PARTNER);
    }

    @Test
    void clientId_notAChildAccount_isForbidden() {
        assertThat(http.post("/payments", "{}", "Authorization", "Bearer " + OF_PARTNER, "Client-Id", "cl_3")
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.post("/payments", "{}", "Authorization", "Bearer " + PLAIN, "Client-Id", "cl_1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void headers_twoValues_isBadRequest() {
        String bearer = "Bearer " + OF_PARTNER;

        assertThat(http.get("/payments", "Authorization", bearer, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.get("/payments", "Authorization", bearer, "Client-Id", "cl_1", "client-id", "cl_1")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void token_afterFifteenMinutes_isRefusedEvenWithALaterExp() {
        String token = token(ISSUER, NOW + ",\"exp\":" + (NOW + 7200));
        clock.advance(Duration.ofMinutes(15).minusNanos(1));
        assertThat(send(token).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofNanos(1));
        assertRefused(send(token), "token has expired");
    }

    @Test
    void token_headerSpelledInAnotherWay_isAccepted() {
        String claims = "{ \"iat\": " + NOW + ", \"issuer\": \"" + ISSUER + "\" }";
        String header = "{ \"typ\": \"JWT\", \"alg\": \"HS256\" }";
        assertThat(send(TestJws.sign("HmacSHA256", header, claims, KEY)).statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> wrongTokens() {
        String claims = "{\"issuer\":\"" + ISSUER + "\",\"iat\":" + NOW + "}";
        String wrongHeader = "token's header does not say alg HS256 and typ JWT, without crit";
        String wrongPartnerKey = "token's partnerKey is not the account's";
        return Stream.of(
                arguments(TestJws.hs256(claims, KEY + "x"), "token's signature is wrong"),
                arguments(TestJws.hs512(claims, KEY), wrongHeader),
                arguments(TestJws.sign("HmacSHA256", "{\"alg\":\"HS256\"}", claims, KEY), wrongHeader),
                arguments(TestJws.sign("HmacSHA256", "{\"alg\":\"none\",\"typ\":\"JWT\"}", claims, KEY), wrongHeader),
                arguments(TestJws.sign("HmacSHA256", "HS256", claims, KEY), "token's header is not a JSON object"),
                arguments(TestJws.hs256(claims.replace("issuer", "iss"), KEY), "token's issuer is not a known account"),
                arguments(token("nobody", "1"), "token's issuer is not a known account"),
                arguments(token(ISSUER, NOW + ",\"partnerKey\":\"" + PARTNER_KEY + "\""), wrongPartnerKey),
                arguments(token(ISSUER, NOW + ",\"partnerKey\":null"), wrongPartnerKey),
                arguments(token(PARTNER, String.valueOf(NOW)), wrongPartnerKey),
                arguments(token(PARTNER, NOW + ",\"partnerKey\":\"other\""), wrongPartnerKey),
                arguments(token(ISSUER, "\"" + NOW + "\""), "token's iat is not a number of seconds"),
                arguments(token(ISSUER, String.valueOf(NOW + 1)), "token's iat is in the future"),
                arguments(token(ISSUER, NOW + ",\"exp\":" + NOW), "token has expired"),
                arguments("nonsense", "token is not a compact JWS"));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void token_anyThingWrong_isRefusedWithItsReason(String token, String reason) {
        assertRefused(send(token), reason);
    }

    @Test
    void token_absentOrInAnotherHeader_isRefused() {
        assertRefused(http.get("/payments"), "no Authorization header");
        assertRefused(http.get("/payments", "Authentication", "Bearer " + PLAIN), "no Authorization header");
    }

    @ParameterizedTest
    @EnumSource
    void authentication_anyAnswer_holdsATokenThatTheApiAccepts(TokenAnswer shape) {
        sandbox.settings().tokenAnswer(shape);

        HttpResponse<String> answer = authenticate(ISSUER, KEY, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .matches(
                        switch (shape) {
                            case TOKEN -> "\\{\"token\":\"[^\"]+\"}";
                            case JWT -> "\\{\"jwt\":\"[^\"]+\"}";
                            case ACCESS_TOKEN -> "\\{\"accessToken\":\"[^\"]+\"}";
                            case ACCESS_TOKEN_SNAKE_CASE -> "\\{\"access_token\":\"[^\"]+\"}";
                            case JSON_STRING -> "\"[^\"]+\"";
                            case TEXT -> "[^\"]+";
                        });
        assertThat(send(answer.body().replaceAll(".*\"([^\"]+)\"}?", "$1")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void authentication_ofPartner_mintsTokenWithPartnerKey() {
        HttpResponse<String> answer = authenticate(PARTNER, KEY, ",\"partnerKey\":\"" + PARTNER_KEY + "\"");

        assertThat(TestHttp.member(send(TestHttp.member(answer, "token")), "actedFor"))
                .isEqualTo(PARTNER);
    }

    @Test
    void authentication_wrongCredentials_isUnauthorizedWithoutChallenge() {
        Stream.of(
                        authenticate("nobody", KEY, ""),
                        authenticate(ISSUER, "wrong", ""),
                        authenticate(ISSUER, KEY, ",\"partnerKey\":\"" + PARTNER_KEY + "\""),
                        authenticate(PARTNER, KEY, ""),
                        authenticate(PARTNER, KEY, ",\"partnerKey\":\"wrong\""))
                .forEach(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(401);
                    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
                });
    }

    @Test
    void authentication_clientIdOrBadBodyOrNoPost_isRefused() {
        String body = "{\"issuer\":\"" + ISSUER + "\",\"secretKey\":\"" + KEY + "\"}";

        assertThat(http.post("/authentication", body, "Client-Id", "cl_1").statusCode())
                .isEqualTo(400);
        assertThat(http.post("/authentication", "{}").statusCode()).isEqualTo(400);
        assertThat(authenticate(ISSUER, KEY, ",\"partnerKey\":null").statusCode())
                .isEqualTo(400);
        assertThat(http.get("/authentication").statusCode()).isEqualTo(405);
    }

    private static String token(String issuer, String iat) {
        return TestJws.hs256("{\"issuer\":\"" + issuer + "\",\"iat\":" + iat + "}", KEY);
    }

    private HttpResponse<String> authenticate(String issuer, String secretKey, String more) {
        return http.post(
                "/authentication", "{\"issuer\":\"" + issuer + "\",\"secretKey\":\"" + secretKey + "\"" + more + "}");
    }

    private HttpResponse<String> send(String token) {
        return http.get("/payments", "Authorization", "Bearer " + token);
    }

    private void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(sandbox.received())
                .last()
                .extracting(ReceivedRequest::verdict)
                .isEqualTo(reason);
    }
}
