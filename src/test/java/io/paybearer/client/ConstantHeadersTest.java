// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.harness.Configured;
import io.paybearer.harness.WireServer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Invocation;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** An account's constant headers and its tenant header, at the socket. */
class ConstantHeadersTest extends WireServerTest {

    @Override
    Configured account() {
        return super.account()
                .with("header.X-Api-Version", "2026-01-01")
                .with("header-file.X-Second-Key", Configured.secretFile("s3cret"))
                .with("tenant-header", "X-On-Behalf-Of")
                .with("header.X-On-Behalf-Of", "acct_default");
    }

    private Invocation.Builder request() {
        return client().target(server.uri()).path("payments").request();
    }

    private String sent(Invocation.Builder request) {
        request.get().close();
        return server.received().get(server.received().size() - 1).head() + "\r\n";
    }

    @Test
    void constants_goWithEachRequest_once() {
        for (int i = 0; i < 2; i++) {
            assertThat(sent(request()))
                    .containsOnlyOnce("X-Api-Version: 2026-01-01\r\n")
                    .containsOnlyOnce("X-Second-Key: s3cret\r\n")
                    .containsOnlyOnce("X-On-Behalf-Of: acct_default\r\n")
                    .containsOnlyOnce("Authorization: Bearer ");
        }
    }

    @Test
    void applicationsOwn_winsOverTheConstant() {
        assertThat(sent(request().header("x-api-version", "2027-01-01")))
                .containsIgnoringCase("x-api-version: 2027-01-01\r\n")
                .doesNotContain("2026-01-01");
    }

    @Test
    void constants_goWithTheApplicationsOwnToken() {
        assertThat(sent(request().header("Authorization", "Bearer own")))
                .contains("Authorization: Bearer own\r\n")
                .contains("X-Api-Version: 2026-01-01\r\n");
    }

    @Test
    void tenant_ofTheRequest_winsOverTheConstant() {
        assertThat(sent(request().property(PaybearerProperties.CLIENT_ID, "acct_2")))
                .contains("X-On-Behalf-Of: acct_2\r\n")
                .doesNotContain("acct_default");
    }

    @Test
    void emptyTenant_sendsNone_notTheConstant() {
        assertThat(sent(request().property(PaybearerProperties.CLIENT_ID, "")))
                .doesNotContainIgnoringCase("X-On-Behalf-Of");
    }

    @Test
    void invocationAgain_carriesConstantsAndTenantOnce() {
        Invocation invocation = request().buildGet();
        invocation.invoke().close();
        invocation.invoke().close();

        assertThat(server.received().get(1).head() + "\r\n")
                .containsOnlyOnce("X-Api-Version: 2026-01-01\r\n")
                .containsOnlyOnce("X-On-Behalf-Of: acct_default\r\n");
    }

    @Test
    void invocationAgain_toAPlaceOfNoAccount_carriesNothingOfTheAccount() {
        AtomicReference<URI> place = new AtomicReference<>(server.uri());
        try (WireServer elsewhere = WireServer.http();
                Client byUri = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            byUri.register((ClientRequestFilter) request -> request.setUri(place.get()));
            Invocation invocation = byUri.target(server.uri()).request().buildGet();
            invocation.invoke().close();
            assertThat(server.received().get(0).head()).contains("X-Second-Key: s3cret");
            place.set(elsewhere.uri());
            invocation.invoke().close();

            assertThat(elsewhere.received()).hasSize(1);
            assertThat(elsewhere.received().get(0).head())
                    .doesNotContainIgnoringCase("Authorization")
                    .doesNotContainIgnoringCase("X-Second-Key")
                    .doesNotContainIgnoringCase("X-Api-Version")
                    .doesNotContainIgnoringCase("X-On-Behalf-Of");
        }
    }
}
