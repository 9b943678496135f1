// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.provider.borderless.BorderlessFilter;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients and targets of which several accounts are said. */
class SeveralAccountsTest extends SandboxedTest {

    private final Client client = ClientBuilder.newClient();

    @BeforeEach
    void configure() {
        start(Configured.account("a")
                .with(TestMerchants.borderless(origin()))
                .and("b")
                .with(TestMerchants.borderlessPartner(origin()))
                .with("base-uri", origin() + "/payments"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    private WebTarget target() {
        return client.target(origin()).path("/payments");
    }

    private static String call(WebTarget target) {
        return target.request().post(Entity.json("{}"), String.class);
    }

    @Test
    void featuresForTwoAccounts_onClientAndTarget_areRefused() {
        client.register(PaybearerFeature.forAccount("a"));

        assertThatThrownBy(() -> call(target().register(PaybearerFeature.forAccount("b"))))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("'a' and 'b'")
                .hasMessageContaining(PaybearerProperties.ACCOUNT);
        assertThat(sandbox.received()).isEmpty();
        assertThat(call(target())).contains(TestMerchants.ISSUER_ID);
    }

    @Test
    void featuresForTwoAccounts_onOneClient_areRefused() {
        assertThatThrownBy(() -> {
                    client.register(PaybearerFeature.forAccount("a")).register(PaybearerFeature.forAccount("b"));
                    call(target());
                })
                .isInstanceOf(RequestRefusedException.class);
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void featuresForOneAccount_onClientAndTarget_areAccepted() {
        client.register(PaybearerFeature.forAccount("b"));

        assertThat(call(target().register(PaybearerFeature.forAccount("b")))).contains(TestMerchants.PARTNER_ISSUER_ID);
        assertThat(acceptedLast().header("Authorization")).hasSize(1);
    }

    @Test
    void featureForAnAccount_onATarget_countsThere_whereTheClientHasAFeatureForAll() {
        client.register(PaybearerFeature.class);

        assertThat(call(target().register(PaybearerFeature.forAccount("b")))).contains(TestMerchants.PARTNER_ISSUER_ID);
        assertThatThrownBy(() -> call(target())).isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void filterForAnotherAccount_besideAFeature_isRefused() {
        client.register(PaybearerFeature.forAccount("a"));

        assertThatThrownBy(() -> call(target().register(new BorderlessFilter("b"))))
                .isInstanceOf(RequestRefusedException.class);
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void propertyOfATarget_countsLikeThatOfARequest() {
        client.register(PaybearerFeature.forAccount("a"));

        assertThat(call(target().property(PaybearerProperties.ACCOUNT, "b"))).contains(TestMerchants.PARTNER_ISSUER_ID);
        assertThat(call(target())).contains(TestMerchants.ISSUER_ID);
        assertThat(call(target().property(PaybearerProperties.ACCOUNT, "b")
                        .property(PaybearerProperties.CLIENT_ID, "cl_1")))
                .contains("cl_1");
    }

    @Test
    void propertyOfAClient_countsLikeThatOfARequest() {
        client.property(PaybearerProperties.ACCOUNT, "b").register(PaybearerFeature.class);

        assertThat(call(target())).contains(TestMerchants.PARTNER_ISSUER_ID);
        assertThat(target().request().property(PaybearerProperties.ACCOUNT, "a").post(Entity.json("{}"), String.class))
                .contains(TestMerchants.ISSUER_ID);
    }

    @Test
    void featuresForTwoAccounts_onATypedClient_areRefused() {
        for (Object second : List.of(PaybearerFeature.forAccount("b"), new BorderlessFilter("b"))) {
            RestClientBuilder builder =
                    RestClientBuilder.newBuilder().baseUri(origin()).register(PaybearerFeature.forAccount("a"));

            assertThatThrownBy(() -> builder.register(second)
                            .build(RegisteredComponentsTest.LessPayments.class)
                            .payment("{}"))
                    .hasStackTraceContaining("'a' and 'b'");
        }
        assertThat(sandbox.received()).isEmpty();
    }
}
