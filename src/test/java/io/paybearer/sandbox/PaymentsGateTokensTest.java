// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentsGateTokensTest {

    private static final TestKeys KEYS = TestKeys.rsa();
    private static final String ACCOUNT = "b1f0a9a6-6f2e-4d4a-9b8e-3f7d6a1c2e55";

    private final PaymentSandbox sandbox =
            PaymentSandbox.start().register(new PaymentsGateMerchant(ACCOUNT, KEYS.publicPem()));
    private final TestHttp http = new TestHttp(sandbox);
    private final PaymentsGateCalls calls = new PaymentsGateCalls(http, ACCOUNT);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void token_rightCredentials_isIssuedAndAccepted() {
        HttpResponse<String> issued = calls.authenticate(TestKeys.base64(KEYS.publicPem()));

        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(issued.body()).contains("\"expires_in\":3600", "\"refresh_token\":\"");
        HttpResponse<String> answer = calls.payin(TestHttp.member(issued, "access_token"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(answer, "actedFor")).isEqualTo(ACCOUNT);
    }

    @Test
    void token_pemWithCrLfAndWithoutLastNewline_isIssued() {
        String pem = KEYS.publicPem().strip().replace("\n", "\r\n");

        assertThat(calls.authenticate(TestKeys.base64(pem)).statusCode()).isEqualTo(200);
    }

    @Test
    void token_privateKeyInAnyForm_isRefusedAndRecordedAsLeak() {
        List<String> forms = List.of(
                TestKeys.base64(KEYS.privatePem()),
                KEYS.privatePem().replace("\n", "\\n"),
                KEYS.privateDerBase64(),
                TestKeys.base64(KEYS.publicPem() + KEYS.privatePem()));

        assertThat(forms)
                .allSatisfy(form ->
                        assertThat(calls.authenticate(form).statusCode()).isEqualTo(400));
        assertThat(sandbox.privateKeysReceived()).isEqualTo(forms.size());
        assertThat(sandbox.received())
                .last()
                .extracting(ReceivedRequest::verdict)
                .isEqualTo("public_key holds a private key");
    }

    @Test
    void token_anythingButAnRsaPublicKey_isBadRequestAndNoLeak() {
        List<String> forms = List.of(
                "",
                "no Base64!",
                TestKeys.base64("no PEM"),
                TestKeys.base64(TestKeys.ec().publicPem()),
                KEYS.publicPem().replace("\n", "\\n"),
                TestKeys.base64(KEYS.publicPem()) + "\\n");

        assertThat(forms)
                .allSatisfy(form ->
                        assertThat(calls.authenticate(form).statusCode()).isEqualTo(400));
        assertThat(sandbox.privateKeysReceived()).isZero();
    }

    @Test
    void token_keyOfAnotherAccount_isUnauthorized() {
        assertThat(calls.authenticate(TestKeys.base64(TestKeys.rsa().publicPem()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void token_unknownAccount_isUnauthorizedWithoutChallenge() {
        HttpResponse<String> answer =
                http.post("/auth/token", PaymentsGateCalls.credentials("nobody", TestKeys.base64(KEYS.publicPem())));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"account_id\":\"a\",\"account_id\":\"a\"}", "{\"account_id\":\"a\"}"})
    void token_bodyIsNoCompleteObject_isBadRequest(String body) {
        assertThat(http.post("/auth/token", body).statusCode()).isEqualTo(400);
    }

    @Test
    void token_notPosted_isMethodNotAllowed() {
        assertThat(http.get("/auth/token").statusCode()).isEqualTo(405);
        assertThat(http.get("/auth/token/refresh").statusCode()).isEqualTo(405);
    }

    @Test
    void token_withoutJsonContentType_isUnsupported() {
        String body = PaymentsGateCalls.credentials(ACCOUNT, TestKeys.base64(KEYS.publicPem()));

        assertThat(http.send(http.request("/auth/token", "Content-Type", "application/jsonx")
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(415);
        assertThat(http.send(http.request("/auth/token", "Content-Type", "application/json; charset=utf-8")
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void merchant_keyThatIsNoRsaPublicKey_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentsGateMerchant(ACCOUNT, KEYS.privatePem()))
                .withMessageNotContaining("BEGIN");
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentsGateMerchant(" ", KEYS.publicPem()));
    }
}
