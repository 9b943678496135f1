// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.sandbox.PaymentSandbox;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.junit.jupiter.api.Test;

/** Errors are worded as {@code src/docs/reference.md} shows them. */
class ErrorMessagesTest {

    private static final Document REFERENCE = Document.guide("reference");

    @Test
    void faultyConfiguration_failsAsShown() {
        try (CurrentConfiguration current =
                current(Snippet.ofProperties(REFERENCE.blocks("ini").get(0)))) {
            assertThat(REFERENCE.blocks("text")).contains(message(AccessTokens::fromConfig));
        }
    }

    @Test
    void refusals_areWordedAsShown() {
        try (CurrentConfiguration current =
                current(Snippet.ofProperties(Document.readme().account("2checkout")))) {
            assertThat(REFERENCE.blocks("text"))
                    .contains(
                            message(() -> get(PaybearerFeature.forAccount("shop-eu"), "https://example.org/orders/17")))
                    .contains(message(() -> AccessTokens.fromConfig().get("shop-us")));
        }
    }

    @Test
    void missingTokens_areWordedAsShown() {
        PaymentSandbox sandbox = PaymentSandbox.start();
        Snippet snippet = Snippet.ofProperties(Document.readme().account("paymentsgate"))
                .with("paybearer.account.gate.base-uri", sandbox.uri().toString());
        try (CurrentConfiguration current = current(snippet)) {
            String refused = message(() -> AccessTokens.fromConfig().get("gate"));
            sandbox.close();
            assertThat(REFERENCE.blocks("text")).contains(atTheProvider(refused, sandbox));
        }
        try (CurrentConfiguration current = current(snippet)) {
            String unreachable = message(() -> AccessTokens.fromConfig().get("gate"));
            assertThat(REFERENCE.blocks("text")).contains(atTheProvider(unreachable, sandbox));
        }
    }

    private static CurrentConfiguration current(Snippet snippet) {
        return CurrentConfiguration.of(snippet.configured());
    }

    private static void get(PaybearerFeature feature, String uri) {
        try (Client client = ClientBuilder.newClient().register(feature)) {
            client.target(uri).request().get();
        }
    }

    private static String message(Runnable attempt) {
        return catchThrowable(attempt::run).getMessage() + "\n";
    }

    private static String atTheProvider(String message, PaymentSandbox sandbox) {
        return message.replace(sandbox.uri().toString(), "https://secure.sandbox.paymentsgate.io");
    }
}
