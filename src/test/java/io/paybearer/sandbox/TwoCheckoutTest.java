// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

class TwoCheckoutTest {

    private static final String PATH = "/checkout/api/encrypt/generate/signature";
    private static final String CODE = "250111206876";
    private static final String WORD = "gé$*#&<\"ß";
    private static final long NOW = 1_700_000_000L;
    private static final String CLAIMS = "{\"sub\":\"" + CODE + "\",\"iat\":" + NOW + "}";
    /** Made by Python's hmac module from {@link #CLAIMS} and {@link #WORD}. */
    private static final String VECTOR =
            "eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIyNTAxMTEyMDY4NzYiLCJpYXQiOjE3MDAwMDAwMDB9."
                    + "PQAneu7ML67b07Z0-KGaXGGQ3lS79TGnstp7xODxwcAML7loIm8S2nR6_VYCzKHfksKsJ3-uRJNmUtVAoKoTWQ";

    private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(NOW));
    private final PaymentSandbox sandbox = PaymentSandbox.start(0, clock).register(new TwoCheckoutMerchant(CODE, WORD));
    private final TestHttp http = new TestHttp(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void token_fixedVector_isAcceptedAndBodySigned() {
        HttpResponse<String> answer = http.post(PATH, "{\"a\":1}", "merchant-token", VECTOR);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(answer, "signature"))
                .isEqualTo("002349b66069b7da66cbef8183c7000337ac11a22b8c5c538981dfa0e5aaf37a");
        assertThat(TestJws.hs512(CLAIMS, WORD)).isEqualTo(VECTOR);
    }

    @Test
    void token_inBothHeaders_isAccepted() {
        assertThat(http.post(PATH, "{}", "merchant-token", VECTOR, "Authorization", "Bearer " + VECTOR)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a word of one hundred and more bytes, which is longer than the block of SHA-512, so that the"
                        + " key itself is hashed before it is used: 128 bytes",
                "пароль"
            })
    void secretWord_anyLength_isUsedAsUtf8(String word) {
        sandbox.register(new TwoCheckoutMerchant(CODE, word));

        assertThat(send(TestJws.hs512(CLAIMS, word)).statusCode()).isEqualTo(200);
        assertThat(send(TestJws.hs512(CLAIMS, word + "!")).statusCode()).isEqualTo(401);
    }

    @Test
    void token_withoutExp_livesThirtyMinutesFromIat() {
        clock.advance(Duration.ofMinutes(30).minusNanos(1));
        assertThat(send(VECTOR).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofNanos(1));
        assertRefused(send(VECTOR), "token has expired");
    }

    @Test
    void token_withExp_livesUntilExp() {
        String token = token("\"" + CODE + "\"", NOW + ",\"exp\":" + (NOW + 7200));

        clock.advance(Duration.ofSeconds(7199));
        assertThat(send(token).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertRefused(send(token), "token has expired");
    }

    @Test
    void token_iatInTheFuture_isRefusedByAFractionOfASecond() {
        assertRefused(send(token("\"" + CODE + "\"", NOW + ".001")), "token's iat is in the future");
        assertThat(send(token("\"" + CODE + "\"", NOW + ".000")).statusCode()).isEqualTo(200);
    }

    @Test
    void clockBehind_freshToken_isRefusedUnlessIatIsSetBack() {
        sandbox.settings().clockBehind(Duration.ofSeconds(5));

        assertRefused(send(VECTOR), "token's iat is in the future");
        assertThat(send(token("\"" + CODE + "\"", String.valueOf(NOW - 5))).statusCode())
                .isEqualTo(200);
    }

    /** The provider's own client libraries write times as texts too. */
    @Test
    void token_timesAsTexts_isAccepted() {
        String texts = "\"" + NOW + "\",\"exp\":\"" + (NOW + 60) + "\"";
        assertThat(send(token("\"" + CODE + "\"", texts)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"typ\":\"JWT\",\"alg\":\"HS512\"}",
                "{\"alg\": \"HS512\", \"typ\": \"JWT\"}",
                "\n{\t\"alg\"\r\n:\"HS512\",\"typ\":\"JWT\" } ",
                "{\"alg\":\"HS512\",\"typ\":\"JWT\",\"kid\":\"1\"}",
                "{\"\\u0061lg\":\"HS\\u00351\\u0032\",\"typ\":\"JWT\"}"
            })
    void token_headerSpelledInAnotherWay_isAccepted(String header) {
        assertThat(send(TestJws.sign("HmacSHA512", header, CLAIMS, WORD)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void token_claimsSpelledInAnotherWay_isAccepted() {
        String claims = " {\n \"iat\" : " + NOW + " ,\t\"sub\" : \"" + CODE + "\" }\n";
        assertThat(send(TestJws.hs512(claims, WORD)).statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> wrongTokens() {
        String wrongHeader = "token's header does not say alg HS512 and typ JWT, without crit";
        String wrongBase64 = "token is not Base64url without padding";
        return Stream.of(
                arguments(TestJws.hs512(CLAIMS, "another word"), "token's signature is wrong"),
                arguments(TestJws.sign("HmacSHA256", TestJws.HS512, CLAIMS, WORD), "token's signature is wrong"),
                arguments(TestJws.hs256(CLAIMS, WORD), wrongHeader),
                arguments(TestJws.sign("HmacSHA512", "{\"alg\":\"HS512\"}", CLAIMS, WORD), wrongHeader),
                arguments(
                        TestJws.sign("HmacSHA512", "{\"alg\":\"HS512\",\"typ\":\"JWT\",\"crit\":[]}", CLAIMS, WORD),
                        wrongHeader),
                arguments(
                        TestJws.sign("HmacSHA512", "{\"alg\":\"HS512\"\"typ\":\"JWT\"}", CLAIMS, WORD),
                        "token's header is not a JSON object"),
                arguments(token("\"nobody\"", "1"), "token's sub is not a known merchant code"),
                arguments(token(CODE, "1"), "token's sub is not a known merchant code"),
                arguments(TestJws.hs512("{\"iat\":1}", WORD), "token's sub is not a known merchant code"),
                arguments(token("\"" + CODE + "\"", "\"" + NOW + ".0\""), "token's iat is not a number of seconds"),
                arguments(token("\"" + CODE + "\"", "\"" + (NOW + 1) + "\""), "token's iat is in the future"),
                arguments(token("\"" + CODE + "\"", NOW + ",\"exp\":\"" + NOW + "\""), "token has expired"),
                arguments(token("\"" + CODE + "\"", "-1"), "token's iat is not a number of seconds"),
                arguments(token("\"" + CODE + "\"", "1e99"), "token's iat is not a number of seconds"),
                arguments(TestJws.hs512("{\"sub\":\"" + CODE + "\"}", WORD), "token's iat is not a number of seconds"),
                arguments(token("\"" + CODE + "\"", NOW + ",\"exp\":null"), "token's exp is not a number of seconds"),
                arguments(token("\"" + CODE + "\"", NOW + ",\"exp\":" + NOW), "token has expired"),
                arguments(token("\"" + CODE + "\"", NOW + ",\"iat\":" + NOW), "token's payload is not a JSON object"),
                arguments(TestJws.hs512("[]", WORD), "token's payload is not a JSON object"),
                arguments("no.token", "token is not a compact JWS"),
                arguments(VECTOR + ".", "token is not a compact JWS"),
                arguments(VECTOR + "==", wrongBase64),
                arguments(VECTOR.replaceFirst("Q$", "R"), wrongBase64),
                arguments("*.*.*", wrongBase64));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void token_anyThingWrong_isRefusedWithItsReason(String token, String reason) {
        assertRefused(send(token), reason);
    }

    @Test
    void token_onlyInAuthorization_isRefused() {
        assertRefused(http.post(PATH, "{}", "Authorization", "Bearer " + VECTOR), "no merchant-token header");
    }

    @Test
    void authorization_anotherTokenOrScheme_isRefused() {
        String reason = "Authorization does not carry the token of merchant-token";
        String other = token("\"" + CODE + "\"", "1");

        assertRefused(http.post(PATH, "{}", "merchant-token", VECTOR, "Authorization", "Bearer " + other), reason);
        assertRefused(http.post(PATH, "{}", "merchant-token", VECTOR, "Authorization", "bearer " + VECTOR), reason);
        assertRefused(http.post(PATH, "{}", "merchant-token", VECTOR, "Authorization", VECTOR), reason);
    }

    @Test
    void headers_twoValues_isBadRequest() {
        String bearer = "Bearer " + VECTOR;

        assertThat(http.post(PATH, "{}", "merchant-token", VECTOR, "Merchant-Token", VECTOR)
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.post(PATH, "{}", "merchant-token", VECTOR, "Authorization", bearer, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void request_noJsonBodyOrNoPost_isRefused() {
        assertThat(http.post(PATH, "<order/>", "merchant-token", VECTOR).statusCode())
                .isEqualTo(400);
        assertThat(http.get(PATH, "merchant-token", VECTOR).statusCode()).isEqualTo(405);
    }

    private static String token(String sub, String iat) {
        return TestJws.hs512("{\"sub\":" + sub + ",\"iat\":" + iat + "}", WORD);
    }

    private HttpResponse<String> send(String token) {
        return http.post(PATH, "{}", "merchant-token", token);
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
