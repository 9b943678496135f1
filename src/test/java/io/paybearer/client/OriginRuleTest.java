// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.SandboxedTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token goes nowhere but to its account's base URIs. A request to another place is refused before a token is asked for. */
public class OriginRuleTest extends SandboxedTest {

    @PaymentAccount("gate")
    public interface Deals {
        @GET
        @Path("/deals/1?customer=jane")
        String deal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:{port}/deals/1",
                "http://127.0.0.1:1/deals/1",
                "https://127.0.0.1:{port}/deals/1",
                "http://127.0.0.1:{port}@evil.example/deals/1",
                "http://evil.example/deals/1",
                "http://127.0.0.1:{port}/dealsx/1",
                "http://127.0.0.1:{port}/deals/../wallet",
                "http://127.0.0.1:{port}/deals/%2e%2e/wallet",
                "http://127.0.0.1:{port}/deals/..%2fwallet",
                "http://127.0.0.1:{port}/wallet"
            })
    void anotherPlace_isRefusedBeforeATokenIsLookedUp(String place) {
        start(everyProvider());
        URI uri = URI.create(place.replace("{port}", String.valueOf(origin().getPort())));
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"))) {
            assertThatThrownBy(() -> client.target(uri).request().get())
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("account 'gate'")
                    .hasMessageContaining("paybearer.account.gate.base-uri");
        }
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void typedClient_baseUriOfSomebodyElse_isRefusedShowingNeitherPathNorQuery() {
        start(everyProvider());
        Deals client = RestClientBuilder.newBuilder()
                .baseUri(URI.create("https://evil.example"))
                .build(Deals.class);

        assertThatThrownBy(client::deal)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("https://evil.example")
                .hasMessageNotContaining("jane");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void anotherPlace_afterAnAllowedOneOfTheSameLength_isRefused() {
        start(everyProvider());
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.target(origin())
                                .path("/deals/1")
                                .request()
                                .get()
                                .getStatus())
                        .isEqualTo(200);
                assertThatThrownBy(() -> client.target(origin())
                                .path("/dealsx1")
                                .request()
                                .get())
                        .isInstanceOf(RequestRefusedException.class);
            }
        }
        assertThat(sandbox.received())
                .filteredOn(request -> request.path().equals("/dealsx1"))
                .isEmpty();
    }

    @Test
    void severalBaseUris_eachIsAllowed() {
        start(everyProvider().and("gate").with("base-uri", origin() + "/deals," + origin() + "/wallet"));
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"))) {
            assertThat(client.target(origin()).path("/wallet").request().get().getStatus())
                    .isEqualTo(200);
            assertThat(client.target(origin()).path("/deals/1").request().get().getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusal_isNotAResponseOfOurs() {
        start(everyProvider());
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"))) {
            assertThatThrownBy(
                            () -> client.target("http://evil.example").request().get())
                    .isNotInstanceOf(jakarta.ws.rs.WebApplicationException.class);
        }
    }
}
