// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.provider.borderless.BorderlessFilter;
import io.paybearer.provider.paymentsgate.PaymentsGateFilter;
import io.paybearer.provider.twocheckout.TwoCheckoutFilter;
import io.paybearer.sandbox.Provider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ordinary Jakarta REST clients against all providers. */
class PlainClientTest extends SandboxedTest {

    private final Client client = ClientBuilder.newClient();

    @AfterEach
    void closeClient() {
        client.close();
    }

    private int post(String path) {
        try (Response response = client.target(origin()).path(path).request().post(Entity.json("{}"))) {
            return response.getStatus();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/deals/payin, PAYMENTSGATE",
        "/checkout/api/encrypt/generate/signature, TWO_CHECKOUT",
        "/payments, BORDERLESS",
        "/contacts, BORDERLESS"
    })
    void feature_accountByUri_isAcceptedByItsProvider(String path, Provider provider) {
        start(everyProvider());
        client.register(PaybearerFeature.class);

        assertThat(post(path)).isEqualTo(200);
        assertThat(acceptedLast().provider()).isEqualTo(provider);
        assertThat(last().header("Authorization")).hasSize(1);
    }

    @Test
    void twoCheckout_bothHeaders_carryTheSameToken() {
        start(everyProvider());
        client.register(PaybearerFeature.class);
        post("/checkout/api/encrypt/generate/signature");

        assertThat(acceptedLast().header("Authorization"))
                .containsExactly("Bearer " + last().header("merchant-token").get(0));
    }

    @Test
    void tokenHeaders_narrowed_onlyThoseAreSent() {
        start(everyProvider().and("two").with("token-headers", "merchant-token"));
        client.register(PaybearerFeature.class);
        post("/checkout/api/encrypt/generate/signature");

        assertThat(acceptedLast().header("Authorization")).isEmpty();
    }

    @Test
    void feature_uriOfNoAccount_goesOutUntouched() {
        start(everyProvider());
        client.register(PaybearerFeature.class);

        assertThat(post("/elsewhere")).isEqualTo(404);
        assertThat(last().header("Authorization")).isEmpty();
    }

    @Test
    void forAccount_itsOwnUri_isAccepted() {
        start(everyProvider());
        client.register(PaybearerFeature.forAccount("gate"));

        assertThat(post("/deals/payin")).isEqualTo(200);
    }

    @Test
    void forAccount_unknownName_namesTheKeyToSet() {
        start(everyProvider());

        assertThatThrownBy(() -> {
                    client.register(PaybearerFeature.forAccount("shop-uk"));
                    post("/deals/payin");
                })
                .hasMessageContaining("there is no payment account 'shop-uk'")
                .hasMessageContaining("paybearer.account.shop-uk.provider");
    }

    @Test
    void requestProperty_beatsTheFeaturesAccount() {
        start(everyProvider());
        client.register(PaybearerFeature.forAccount("gate"));
        try (Response response = client.target(origin())
                .path("/payments")
                .request()
                .property(PaybearerProperties.ACCOUNT, "less")
                .post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    @Test
    void providerFilters_eachForItsProvider_areAccepted() {
        start(everyProvider());
        assertAccepted(new PaymentsGateFilter(), "/deals/payin");
        assertAccepted(new PaymentsGateFilter("gate"), "/deals/payin");
        assertAccepted(new TwoCheckoutFilter("two"), "/checkout/api/encrypt/generate/signature");
        assertAccepted(new TwoCheckoutFilter(""), "/checkout/api/encrypt/generate/signature");
        assertAccepted(new BorderlessFilter(), "/payments");
        assertAccepted(new BorderlessFilter("partner"), "/contacts");
    }

    private void assertAccepted(ClientRequestFilter filter, String path) {
        Client own = ClientBuilder.newClient().register(filter);
        try (Response response = own.target(origin()).path(path).request().post(Entity.json("{}"))) {
            assertThat(response.getStatus()).as("%s", last()).isEqualTo(200);
        } finally {
            own.close();
        }
    }

    @Test
    void providerFilter_uriOfAnotherProvider_goesOutUntouched() {
        start(everyProvider());
        client.register(new BorderlessFilter());

        assertThat(post("/deals/payin")).isEqualTo(401);
        assertThat(last().header("Authorization")).isEmpty();
    }

    @Test
    void providerFilter_accountOfAnotherProvider_isRefused() {
        start(everyProvider());
        client.register(new BorderlessFilter("gate"));

        assertThatThrownBy(() -> post("/deals/payin"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("'gate' is of the provider 'paymentsgate'");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void twoAccountsOnOneUri_withoutAName_areAnErrorNamingBoth() {
        start(everyProvider().and("other").with(TestMerchants.paymentsGate(origin())));
        client.register(PaybearerFeature.class);

        assertThatThrownBy(() -> post("/deals/payin")).hasMessageContaining("[gate, other]");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void feature_beforeAnyRequest_asksForNoToken() {
        start(everyProvider());
        client.register(PaybearerFeature.class);

        assertThat(sandbox.received()).isEmpty();
    }
}
