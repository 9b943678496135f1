// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final String CANARY = "canary-7f3a";

    private final PaymentSandbox sandbox = PaymentSandbox.start();
    private final TestHttp http = new TestHttp(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void request_anyPath_isRecordedWithAllItHad() {
        http.post("/deals/a%2Fb?x=%20y", "{\"é\":1}", "X-Two", "one", "x-two", "two");

        ReceivedRequest request = sandbox.received().get(0);

        assertThat(request.provider()).isEqualTo(Provider.PAYMENTSGATE);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/deals/a%2Fb");
        assertThat(request.query()).isEqualTo("x=%20y");
        assertThat(request.header("X-TWO")).containsExactly("one", "two");
        assertThat(request.headers().get("content-type")).containsExactly("application/json");
        assertThat(request.header("absent")).isEmpty();
        assertThat(request.body()).isEqualTo("{\"é\":1}");
        assertThat(request.status()).isEqualTo(401);
        assertThat(request.verdict()).isEqualTo("no Authorization header");
    }

    @Test
    void provider_ofEachPath_isNamed() {
        List.of("/auth/token", "/authentication", "/checkout/api/encrypt/generate/signature", "/nothing")
                .forEach(http::get);

        assertThat(sandbox.received())
                .extracting(ReceivedRequest::provider)
                .containsExactly(Provider.PAYMENTSGATE, Provider.BORDERLESS, Provider.TWO_CHECKOUT, Provider.NONE);
    }

    @Test
    void toString_secretEverywhere_showsNone() {
        http.post("/payments?q=" + CANARY, CANARY, "Authorization", "Bearer " + CANARY);

        assertThat(sandbox.received()).hasToString("[BORDERLESS POST /payments -> 401 (token is not a compact JWS)]");
    }

    @Test
    void count_byPath_countsTokenCallsTogether() {
        List.of("/auth/token", "/auth/token/refresh", "/auth/token?again", "/wallet")
                .forEach(http::get);

        assertThat(sandbox.count("/auth/token")).isEqualTo(2);
        assertThat(sandbox.tokenCalls()).isEqualTo(3);
        assertThat(sandbox.count("/deals")).isZero();
    }

    @Test
    void clear_afterRequests_forgetsThemAndTheCounters() {
        http.post("/auth/token", "{\"account_id\":\"a\",\"public_key\":\"PRIVATE KEY\"}");
        assertThat(sandbox.privateKeysReceived()).isEqualTo(1);

        sandbox.clear();

        assertThat(sandbox.received()).isEmpty();
        assertThat(sandbox.privateKeysReceived()).isZero();
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void merchants_withSecrets_doNotShowThem() {
        assertThat(new TwoCheckoutMerchant("code", CANARY))
                .hasToString("TwoCheckoutMerchant[code=code, secretWord=hidden]");
        assertThat(new BorderlessMerchant("issuer", CANARY, CANARY, Set.of("cl_1")))
                .hasToString("BorderlessMerchant[issuerId=issuer, secretKey=hidden, partner=true, clientIds=[cl_1]]");
    }

    @Test
    void merchants_blankTexts_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoCheckoutMerchant("code", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoCheckoutMerchant(" ", "word"));
        assertThatIllegalArgumentException().isThrownBy(() -> new BorderlessMerchant("", "key", null, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new BorderlessMerchant("issuer", "key", "", Set.of()));
    }
}
