// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.Issuing;
import io.paybearer.harness.SandboxedTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For each kind of account whose tokens a server issues: a token goes nowhere but to its account's base URIs. A request to another place is refused before a token is asked for. */
@ParameterizedClass
@EnumSource(Issuing.class)
public class OriginRuleTest extends SandboxedTest {

    @Parameter
    private Issuing kind;

    private Configured accounts() {
        return everyProvider().and("gate").with(kind.account(origin())).with("base-uri", origin() + "/deals");
    }

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
        start(accounts());
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
        start(accounts());
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
        start(accounts().with("base-uri", origin() + kind.api()));
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.target(origin())
                                .path(kind.api() + "/1")
                                .request()
                                .get()
                                .getStatus())
                        .isEqualTo(200);
                assertThatThrownBy(() -> client.target(origin())
                                .path(kind.api() + "x1")
                                .request()
                                .get())
                        .isInstanceOf(RequestRefusedException.class);
            }
        }
        assertThat(sandbox.received())
                .filteredOn(request -> request.path().endsWith("x1"))
                .isEmpty();
    }

    @Test
    void severalBaseUris_eachIsAllowed() {
        start(accounts().with("base-uri", origin() + kind.api() + "," + origin() + kind.api() + "2"));
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"))) {
            for (String path : List.of(kind.api() + "/1", kind.api() + "2")) {
                client.target(origin()).path(path).request().get().close();
                assertThat(last().header("Authorization")).as(path).hasSize(1);
            }
        }
    }

    @Test
    void refusal_isNotAResponseOfOurs() {
        start(accounts());
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"))) {
            assertThatThrownBy(
                            () -> client.target("http://evil.example").request().get())
                    .isNotInstanceOf(jakarta.ws.rs.WebApplicationException.class);
        }
    }
}
