// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients with a secret, and the errors of authentication. */
class OAuth2LoginTest {

    private static final String ID = "shop:1 é";
    private static final String SECRET = "a+b%20:c d";
    /** Id and secret as in a form, with a colon between (RFC 6749, section 2.3.1). */
    private static final String CODED = "shop%3A1+%C3%A9:a%2Bb%2520%3Ac+d";

    private final PaymentSandbox sandbox = PaymentSandbox.start()
            .register(new OAuth2Client(ID, OAuth2Authentication.CLIENT_SECRET_BASIC, SECRET))
            .register(new OAuth2Client("poster", OAuth2Authentication.CLIENT_SECRET_POST, SECRET));
    private final OAuth2Calls calls = new OAuth2Calls(new TestHttp(sandbox));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void basic_codedAsInAForm_isAccepted() {
        HttpResponse<String> issued = calls.tokenWithBasic(CODED, "grant_type", "client_credentials");

        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(calls.api(issued), "actedFor")).isEqualTo("shop:1 \\u00e9");
        assertThat(calls.tokenWithBasic(CODED, "grant_type", "client_credentials", "client_id", ID)
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> wrongBasic() {
        return Stream.of(
                arguments("Basic " + "*", "Basic credentials are not Base64"),
                arguments(OAuth2Calls.basic("shop"), "Basic credentials have no colon"),
                arguments(OAuth2Calls.basic("nobody:x"), "client is not known"),
                arguments(OAuth2Calls.basic(CODED + "x"), "client's secret is wrong"),
                arguments(OAuth2Calls.basic(CODED.replace("%2B", "+")), "client's secret is wrong"),
                arguments(OAuth2Calls.basic("poster:a%2Bb%2520%3Ac+d"), "client is registered for CLIENT_SECRET_POST"),
                arguments("Bearer " + CODED, "Authorization is not Basic"),
                arguments(OAuth2Calls.basic(CODED).replace("Basic", "basic"), "Authorization is not Basic"));
    }

    @ParameterizedTest
    @MethodSource("wrongBasic")
    void basic_anyThingWrong_isInvalidClientAndChallenged(String authorization, String reason) {
        HttpResponse<String> answer =
                calls.post(OAuth2Calls.TOKEN, "grant_type=client_credentials", "Authorization", authorization);

        assertError(answer, 401, "invalid_client", reason);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Basic realm=\"sandbox\"");
    }

    @Test
    void post_rightSecret_isAccepted() {
        assertThat(post("poster", SECRET).statusCode()).isEqualTo(200);
    }

    @Test
    void post_anyThingWrong_isInvalidClientWithoutChallenge() {
        assertError(post("poster", "x"), 401, "invalid_client", "client's secret is wrong");
        assertError(post("nobody", SECRET), 401, "invalid_client", "client is not known");
        assertError(post(ID, SECRET), 401, "invalid_client", "client is registered for CLIENT_SECRET_BASIC");
        HttpResponse<String> none = calls.token("grant_type", "client_credentials", "client_id", "poster");
        assertError(none, 401, "invalid_client", "the client does not authenticate");
        assertThat(none.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertError(
                calls.token("grant_type", "client_credentials", "client_secret", SECRET),
                400,
                "invalid_request",
                "no parameter client_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret", "client_assertion", "client_assertion_type"})
    void authentication_inTwoWays_isInvalidRequest(String second) {
        assertError(
                calls.tokenWithBasic(CODED, "grant_type", "client_credentials", second, "x"),
                400,
                "invalid_request",
                "the client authenticates in more than one way");
    }

    @Test
    void authentication_bySecretAndJwt_isInvalidRequest() {
        assertError(
                calls.token("client_id", "poster", "client_secret", SECRET, "client_assertion", "x"),
                400,
                "invalid_request",
                "the client authenticates in more than one way");
    }

    @Test
    void clientId_anotherOnesBesideBasic_isInvalidRequest() {
        assertError(
                calls.tokenWithBasic(CODED, "grant_type", "client_credentials", "client_id", "poster"),
                400,
                "invalid_request",
                "client_id is another client's");
    }

    @Test
    void client_blankOrPrinted_isRefusedOrHidden() {
        OAuth2Client client = new OAuth2Client("id", OAuth2Authentication.CLIENT_SECRET_POST, "canary")
                .withRefreshToken("canary")
                .withScopes("pay");
        assertThat(client)
                .hasToString(
                        "OAuth2Client[clientId=id, authentication=CLIENT_SECRET_POST, credential=hidden, keyId=null,"
                                + " scopes=[pay], refreshes=true, rotates=true]");
        assertThat(new FormBody(Map.of("client_secret", "canary"))).hasToString("FormBody[client_secret]");
        assertThatIllegalArgumentException().isThrownBy(() -> client.withRefreshToken(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OAuth2Client("id", OAuth2Authentication.PRIVATE_KEY_JWT, "canary"))
                .withMessageNotContaining("canary");
    }

    private HttpResponse<String> post(String id, String secret) {
        return calls.token("grant_type", "client_credentials", "client_id", id, "client_secret", secret);
    }

    private static void assertError(HttpResponse<String> answer, int status, String code, String reason) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + code + "\",\"error_description\":\"" + reason + "\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
