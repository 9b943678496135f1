// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.ClientId;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.spi.ClientIdResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** The child account of a partner's call: everything that can name a child, and which of two wins. */
public class ClientIdTest extends SandboxedTest {

    @PaymentAccount("partner")
    @ClientId("cl_3")
    @Consumes("application/json")
    public interface Contacts {
        @POST
        @Path("/contacts")
        String onInterface(String contact);

        @POST
        @Path("/contacts")
        @ClientId("cl_2")
        String onMethod(String contact);

        @POST
        @Path("/contacts")
        String byHeader(@HeaderParam("client-id") String clientId, String contact);
    }

    @PaymentAccount("partner")
    @Consumes("application/json")
    public interface Plain {
        @POST
        @Path("/contacts")
        String call(String contact);
    }

    @ClientId("cl_4")
    @Consumes("application/json")
    public interface ChildAlone {
        @POST
        @Path("/contacts")
        String call(String contact);
    }

    @ApplicationScoped
    public static class CurrentTenant implements ClientIdResolver {
        @Override
        public Optional<String> clientId(String account) {
            return account.equals("partner") ? Optional.of("cl_4") : Optional.empty();
        }
    }

    public static class Failing implements ClientIdResolver {
        public Failing() {
            throw new IllegalStateException("no tenants yet");
        }

        @Override
        public Optional<String> clientId(String account) {
            return Optional.empty();
        }
    }

    private <T> T client(Class<T> type) {
        return RestClientBuilder.newBuilder().baseUri(origin()).build(type);
    }

    @Test
    void nothingSaid_callActsForThePartner() {
        start(everyProvider());

        assertThat(client(Plain.class).call("{}")).contains("cm5x0issuer0identifier002");
        assertThat(acceptedLast().header("Client-Id")).isEmpty();
    }

    @Test
    void key_isTheLastResort() {
        start(everyProvider().and("partner").with("client-id", "cl_5"));

        assertThat(client(Plain.class).call("{}")).contains("cl_5");
    }

    @Test
    void resolverBean_beatsTheKey() {
        start(everyProvider().and("partner").with("client-id", "cl_5"));
        try (SeContainer container = SeContainerInitializer.newInstance()
                .addBeanClasses(CurrentTenant.class)
                .initialize()) {
            assertThat(client(Plain.class).call("{}")).contains("cl_4");
        }
    }

    @Test
    void annotations_methodBeatsInterface_andBothTheResolver() {
        start(everyProvider().and("partner").with("client-id", "cl_5"));
        Contacts client = client(Contacts.class);
        try (SeContainer container = SeContainerInitializer.newInstance()
                .addBeanClasses(CurrentTenant.class)
                .initialize()) {
            assertThat(client.onInterface("{}")).contains("cl_3");
            assertThat(client.onMethod("{}")).contains("cl_2");
        }
    }

    @Test
    void annotationAlone_countsWithTheFeature_andBringsNoAccountWithoutIt() {
        start(everyProvider());
        RestClientBuilder.newBuilder()
                .baseUri(origin())
                .register(PaybearerFeature.class)
                .build(ChildAlone.class)
                .call("{}");
        assertThat(acceptedLast().header("Client-Id")).containsExactly("cl_4");
        ChildAlone alone = RestClientBuilder.newBuilder().baseUri(origin()).build(ChildAlone.class);

        assertThatThrownBy(() -> alone.call("{}")).isInstanceOf(WebApplicationException.class);
        assertThat(last().header("Authorization")).isEmpty();
    }

    @Test
    void applicationsOwnHeader_beatsEverything_andIsNotDoubled() {
        start(everyProvider().and("partner").with("client-id", "cl_5"));

        assertThat(client(Contacts.class).byHeader("cl_1", "{}")).contains("cl_1");
        assertThat(acceptedLast().header("Client-Id")).containsExactly("cl_1");
    }

    @Test
    void requestProperty_beatsTheKey() {
        start(everyProvider().and("partner").with("client-id", "cl_5"));
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            String answer = contacts(client)
                    .property(PaybearerProperties.CLIENT_ID, "cl_1")
                    .post(Entity.json("{}"), String.class);
            assertThat(answer).contains("cl_1");
        }
    }

    @Test
    void emptyRequestProperty_meansNoChild() {
        start(everyProvider().and("partner").with("client-id", "cl_5"));
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            contacts(client).property(PaybearerProperties.CLIENT_ID, "").post(Entity.json("{}"), String.class);
        }
        assertThat(acceptedLast().header("Client-Id")).isEmpty();
    }

    @Test
    void illegalCharacters_areRefusedWithoutShowingThem() {
        start(everyProvider());
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            Invocation.Builder request = contacts(client).property(PaybearerProperties.CLIENT_ID, "cl\r\nX-Evil: 1");
            assertThatThrownBy(() -> request.post(Entity.json("{}")))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("'partner'")
                    .hasMessageContaining("U+000D at position 2")
                    .hasMessageNotContaining("Evil");
        }
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void accountOfAnotherProvider_ignoresTheProperty() {
        start(everyProvider());
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            client.target(origin())
                    .path("/deals/payin")
                    .request()
                    .property(PaybearerProperties.CLIENT_ID, "cl_1")
                    .post(Entity.json("{}"), String.class);
        }
        assertThat(acceptedLast().header("Client-Id")).isEmpty();
    }

    private Invocation.Builder contacts(Client client) {
        return client.target(origin()).path("/contacts").request();
    }

    @Test
    void resolverThatCannotBeMade_failsTheCall_whichWouldElseBeThePartnersOwn() {
        start(everyProvider());
        try (SeContainer container = SeContainerInitializer.newInstance()
                .addBeanClasses(Failing.class)
                .initialize()) {
            Plain client = client(Plain.class);

            assertThatThrownBy(() -> client.call("{}")).isInstanceOf(RuntimeException.class);
            assertThat(sandbox.received()).isEmpty();
        }
    }
}
