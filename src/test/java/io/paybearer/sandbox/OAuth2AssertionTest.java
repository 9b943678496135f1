// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.security.Key;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that sign a JWT, which jose4j makes here. */
class OAuth2AssertionTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String SECRET = "a secret of more than thirty-two bytes";
    private static final long NOW = 1_764_237_600L;
    private static final KeyPair RSA = TestAssertion.pair("RSA", 2048);
    private static final KeyPair P256 = TestAssertion.pair("EC", 256);
    private static final KeyPair P384 = TestAssertion.pair("EC", 384);
    private static final KeyPair P521 = TestAssertion.pair("EC", 521);
    private static final KeyPair ED25519 = TestAssertion.pair("Ed25519", 255);

    private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(NOW));
    private final PaymentSandbox sandbox = PaymentSandbox.start(0, clock)
            .register(new OAuth2Client("hmac", OAuth2Authentication.CLIENT_SECRET_JWT, SECRET))
            .register(signer("RSA", RSA))
            .register(signer("P-256", P256).withKeyId("key-1"))
            .register(signer("P-384", P384))
            .register(signer("P-521", P521))
            .register(signer("Ed25519", ED25519));
    private final OAuth2Calls calls = new OAuth2Calls(new TestHttp(sandbox));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, RS256",
        "RSA, RS384",
        "RSA, RS512",
        "RSA, PS256",
        "RSA, PS384",
        "RSA, PS512",
        "P-256, ES256",
        "P-384, ES384",
        "P-521, ES512",
        "Ed25519, EdDSA",
        "hmac, HS256"
    })
    void assertion_rightOne_isAcceptedOnce(String client, String alg) {
        String assertion = signed(client, alg, key(client), claims -> {});

        HttpResponse<String> issued = send(assertion);

        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
        assertThat(TestHttp.member(calls.api(issued), "actedFor")).isEqualTo(client);
        assertRefused(send(assertion), "assertion's jti was used before");
    }

    @Test
    void assertion_ofAnotherClient_mayHaveTheSameJti() {
        Consumer<JwtClaims> sameJti = claims -> claims.setJwtId("1");

        assertThat(send(signed("RSA", "RS256", key("RSA"), sameJti)).statusCode())
                .isEqualTo(200);
        assertThat(send(signed("hmac", "HS256", key("hmac"), sameJti)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void assertion_refusedForItsClaims_hasNotUsedItsJti() {
        assertThat(send(hmac(claims -> {
                            claims.setJwtId("1");
                            claims.setAudience("other");
                        }))
                        .statusCode())
                .isEqualTo(401);

        assertThat(send(hmac(claims -> claims.setJwtId("1"))).statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                wrong(claims -> claims.setIssuer("other"), "assertion's iss is not the client's id"),
                wrong(claims -> claims.unsetClaim("iss"), "assertion's iss is not the client's id"),
                wrong(claims -> claims.setSubject("other"), "client is not known"),
                wrong(claims -> claims.setAudience("https://other"), "assertion's aud is not the token endpoint alone"),
                wrong(
                        claims -> claims.setAudience(List.of(TestAssertion.audience(claims), "https://other")),
                        "assertion's aud is not the token endpoint alone"),
                wrong(
                        claims -> claims.setAudience(TestAssertion.audience(claims) + "/"),
                        "assertion's aud is not the token endpoint alone"),
                wrong(claims -> claims.unsetClaim("aud"), "assertion's aud is not the token endpoint alone"),
                wrong(claims -> TestAssertion.at(claims, "exp", NOW), "assertion has expired"),
                wrong(
                        claims -> TestAssertion.at(claims, "exp", NOW + 301),
                        "assertion's exp is more than 5 minutes ahead"),
                wrong(claims -> claims.unsetClaim("exp"), "token's exp is not a number of seconds"),
                wrong(claims -> TestAssertion.at(claims, "iat", NOW + 1), "assertion's iat is in the future"),
                wrong(claims -> TestAssertion.at(claims, "nbf", NOW + 1), "assertion's nbf is in the future"),
                wrong(claims -> claims.unsetClaim("jti"), "assertion has no jti"));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void claim_anyThingWrong_isInvalidClient(Consumer<JwtClaims> change, String reason) {
        assertRefused(send(hmac(change)), reason);
    }

    @Test
    void claims_atTheirLimits_areAccepted() {
        assertThat(send(hmac(claims -> TestAssertion.at(claims, "exp", NOW + 300)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(hmac(claims -> TestAssertion.at(claims, "iat", NOW))).statusCode())
                .isEqualTo(200);
        assertThat(send(hmac(claims -> claims.setAudience(List.of(TestAssertion.audience(claims)))))
                        .statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(59));
        assertThat(send(hmac(claims -> {})).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertRefused(send(hmac(claims -> {})), "assertion has expired");
    }

    @Test
    void signature_ofAnotherKeyOrAlgorithm_isInvalidClient() {
        String another = "assertion's alg does not fit the client's key";
        String wrong = "token's signature is wrong";

        assertRefused(
                send(signed("RSA", "RS256", TestAssertion.pair("RSA", 2048).getPrivate(), claims -> {})), wrong);
        assertRefused(
                send(signed("P-521", "ES512", TestAssertion.pair("EC", 521).getPrivate(), claims -> {})), wrong);
        assertRefused(
                send(signed(
                        "Ed25519", "EdDSA", TestAssertion.pair("Ed25519", 255).getPrivate(), claims -> {})),
                wrong);
        assertRefused(send(signed("hmac", "HS256", TestAssertion.secret(SECRET + "!"), claims -> {})), wrong);
        assertRefused(send(signed("P-521", "ES256", P256.getPrivate(), claims -> {})), another);
        assertRefused(send(signed("RSA", "ES384", P384.getPrivate(), claims -> {})), another);
        assertRefused(
                send(signed("RSA", "HS256", TestAssertion.secret(TestAssertion.pem(RSA)), claims -> {})), another);
        assertRefused(
                send(signed("hmac", "HS512", TestAssertion.secret(SECRET + SECRET), claims -> {})),
                "assertion's alg is not HS256");
    }

    @Test
    void signature_shortened_isInvalidClient() {
        String assertion = signed("P-521", "ES512", P521.getPrivate(), claims -> {});

        assertRefused(send(assertion.substring(0, assertion.length() - 4)), "token's signature is wrong");
    }

    @Test
    void keyId_absentOrAnother_isInvalidClient() {
        String reason = "assertion's kid is not the client's key id";

        assertRefused(send(signed("P-256", "ES256", P256.getPrivate(), null, claims -> {})), reason);
        assertRefused(send(signed("P-256", "ES256", P256.getPrivate(), "key-2", claims -> {})), reason);
    }

    @Test
    void assertion_noJwsOrAnotherType_isRefused() {
        assertRefused(send("nonsense"), "token is not a compact JWS");
        assertThat(calls.token("grant_type", "client_credentials", "client_assertion", "x")
                        .body())
                .contains("\"invalid_request\"", "no parameter client_assertion_type");
        assertThat(calls.token("client_assertion", "x", "client_assertion_type", "saml2-bearer")
                        .body())
                .contains("\"invalid_request\"", "client_assertion_type is not " + TYPE);
    }

    @Test
    void secret_ofAClientThatHasToSign_isInvalidClient() {
        assertRefused(
                calls.token("grant_type", "client_credentials", "client_id", "hmac", "client_secret", SECRET),
                "client is registered for CLIENT_SECRET_JWT");
    }

    private HttpResponse<String> send(String assertion) {
        return calls.token(
                "grant_type", "client_credentials", "client_assertion_type", TYPE, "client_assertion", assertion);
    }

    private String hmac(Consumer<JwtClaims> change) {
        return signed("hmac", "HS256", key("hmac"), change);
    }

    private String signed(String client, String alg, Key key, Consumer<JwtClaims> change) {
        return signed(client, alg, key, client.equals("P-256") ? "key-1" : "any", change);
    }

    private String signed(String client, String alg, Key key, String keyId, Consumer<JwtClaims> change) {
        return TestAssertion.signed(client, sandbox.uri() + OAuth2Calls.TOKEN, NOW, alg, key, keyId, change);
    }

    private static Arguments wrong(Consumer<JwtClaims> change, String reason) {
        return arguments(change, reason);
    }

    private static OAuth2Client signer(String id, KeyPair pair) {
        return new OAuth2Client(id, OAuth2Authentication.PRIVATE_KEY_JWT, TestAssertion.pem(pair));
    }

    private static Key key(String client) {
        return switch (client) {
            case "RSA" -> RSA.getPrivate();
            case "P-256" -> P256.getPrivate();
            case "P-384" -> P384.getPrivate();
            case "P-521" -> P521.getPrivate();
            case "Ed25519" -> ED25519.getPrivate();
            default -> TestAssertion.secret(SECRET);
        };
    }

    private static void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"" + reason + "\"}");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }
}
