// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of account that the annotation offers can make a call, even where the application configures more. */
@PaybearerSandbox(
        paymentsGate = "gate",
        borderless = "payouts",
        borderlessPartner = "partner",
        twoCheckoutRest = "orders",
        oauth2 = "oauth",
        oauth2Signed = "signed",
        oauth2Refresh = "refresh",
        staticBearer = "key",
        staticBasic = "basic",
        staticApiKey = "alone",
        keys = {
            "paybearer.account.oauth.audience=https://api.example",
            "paybearer.account.orders.algorithm=sha3-256",
            "paybearer.account.key.header.Stripe-Version=2026-10-01"
        })
class ReadyAccountsTest {

    @ParameterizedTest
    @CsvSource({
        "gate, /wallet",
        "payouts, /payments",
        "partner, /payments",
        "orders, /rest/6.0/orders/",
        "oauth, /oauth2/api/payments",
        "signed, /oauth2/api/payments",
        "refresh, /oauth2/api/payments",
        "key, /static/charges",
        "basic, /static/charges",
        "alone, /static/charges"
    })
    void account_ofEachKind_makesACall(String account, String path, PaymentSandbox sandbox) {
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount(account));
                Response answer =
                        client.target(sandbox.uri()).path(path).request().get()) {
            assertThat(answer.getStatus()).isEqualTo(200);
        }
        assertThat(sandbox.received()).isNotEmpty().allMatch(ReceivedRequest::accepted);
    }
}
