// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.provider.paymentsgate.PaymentsGateFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** The names of accounts in annotations, filters and features, when a client is made. */
public class NamedAccountsTest extends SandboxedTest {

    @Path("/deals")
    @PaymentAccount("gaet")
    public interface Deals {
        @GET
        String list();

        @POST
        @PaymentAccount("shop-uk")
        String make();
    }

    @Path("/deals")
    @PaymentAccount("gate")
    public interface Known {
        @GET
        String list();
    }

    private Object made(Class<?> type, Object... components) {
        RestClientBuilder builder = RestClientBuilder.newBuilder().baseUri(origin());
        for (Object component : components) {
            builder.register(component);
        }
        return builder.build(type);
    }

    @Test
    void unknownNames_areRefusedWhenTheClientIsMade_allAtOnce_withSuggestions() {
        start(everyProvider());

        assertThat(catchThrowableOfType(PaybearerConfigException.class, () -> made(Deals.class))
                        .problems())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("@PaymentAccount(\"gaet\") on " + Deals.class.getName() + ": ")
                                .endsWith("did you mean 'gate'?"),
                        second -> assertThat(second)
                                .startsWith("@PaymentAccount(\"shop-uk\") on " + Deals.class.getName() + ".make(): ")
                                .endsWith("its first key is paybearer.account.shop-uk.provider"));
    }

    @Test
    void unknownNameOfAFilter_isRefusedWhenTheTypedClientIsMade() {
        start(everyProvider());

        assertThatThrownBy(() -> made(Known.class, new PaymentsGateFilter("gaet")))
                .isInstanceOf(PaybearerConfigException.class)
                .hasMessageContaining("a filter or feature on " + Known.class.getName())
                .hasMessageContaining("did you mean 'gate'?");
    }

    @Test
    void unknownNameOfAFeature_isRefusedBeforeAnythingIsSent() {
        start(everyProvider());
        try (Client client = ClientBuilder.newClient()) {
            assertThatThrownBy(() -> client.register(PaybearerFeature.forAccount("gaet"))
                            .target(origin())
                            .request()
                            .buildGet())
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("did you mean 'gate'?");
        }
    }

    @Test
    void withoutAnyAccount_clientsAreMade() {
        start(Configured.nothing());

        assertThat(made(Deals.class)).isNotNull();
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gaet"))) {
            assertThat(client.target(origin())).isNotNull();
        }
    }

    @Test
    void knownNames_areMade() {
        start(everyProvider());

        assertThat(made(Known.class, new PaymentsGateFilter("gate"))).isNotNull();
    }
}
