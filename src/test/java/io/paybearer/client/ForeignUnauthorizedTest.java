// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.WireServer;
import io.paybearer.provider.borderless.BorderlessFilter;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A 401 that is no answer to our token: nothing is sent again, and the token is kept. */
class ForeignUnauthorizedTest extends WireServerTest {

    private Response post(Client by) {
        return by.target(server.uri()).path("pay").request().post(Entity.json("{}"));
    }

    private String oldToken() {
        String token = token();
        time.advance(Duration.ofSeconds(6));
        return token;
    }

    @Test
    void invocationMadeAgain_abortedTheSecondTime_isNotSent() {
        String token = oldToken();
        Circuit circuit = new Circuit();
        client().register(circuit, 1000);
        Invocation payment = client().target(server.uri()).path("pay").request().buildPost(Entity.json("{}"));
        payment.invoke().close();
        circuit.open = true;
        try (Response second = payment.invoke()) {
            assertThat(second.getStatus()).isEqualTo(401);
            assertThat(second.readEntity(String.class)).isEqualTo("circuit open");
        }
        assertThat(server.received()).hasSize(1);
        assertThat(token()).isEqualTo(token);
    }

    @Test
    void laterFilterThatAborts_meansNoCall() {
        String token = oldToken();
        Circuit circuit = new Circuit();
        circuit.open = true;
        client().register(circuit, Integer.MAX_VALUE - 1);
        try (Response response = post(client())) {
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.readEntity(String.class)).isEqualTo("circuit open");
        }
        assertThat(server.received()).isEmpty();
        assertThat(token()).isEqualTo(token);
    }

    @Test
    void laterFilterThatLeadsElsewhere_isNotFollowedASecondTime() {
        String token = oldToken();
        try (WireServer elsewhere = WireServer.http().answering((request, out) -> out.write(unauthorized("no")))) {
            client().register(new Diversion(elsewhere.uri(), true), Integer.MAX_VALUE - 1);
            try (Response response = post(client())) {
                assertThat(response.getStatus()).isEqualTo(401);
            }
            assertThat(elsewhere.received()).hasSize(1);
        }
        assertThat(server.received()).isEmpty();
        assertThat(token()).isEqualTo(token);
    }

    @Test
    void laterFilterThatLeadsElsewhere_withTheToken_isNotFollowedASecondTime() {
        String token = oldToken();
        try (WireServer elsewhere = WireServer.http().answering((request, out) -> out.write(unauthorized("no")));
                Client byHand = ClientBuilder.newClient()) {
            byHand.register(new BorderlessFilter("less"), 3000).register(new Diversion(elsewhere.uri(), false), 5000);
            post(byHand).close();
            assertThat(elsewhere.received()).hasSize(1);
        }
        assertThat(token()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer the-applications-own"})
    void laterFilterThatTakesTheTokenOff_meansThatItWasNotRefused(String instead) {
        String token = oldToken();
        server.answering((request, out) -> out.write(unauthorized("no")));
        client().register(new Replacement(instead), Integer.MAX_VALUE - 1);
        try (Response response = post(client())) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().get(0).head()).doesNotContain(token);
        assertThat(token()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(ints = {5000, Integer.MAX_VALUE - 1, Integer.MAX_VALUE})
    void responseFilterThatMakesA401OfA200_meansNoSecondCall(int place) {
        String token = oldToken();
        client().register(new Turned(), place);
        try (Response response = post(client())) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(server.received()).hasSize(1);
        assertThat(token()).isEqualTo(token);
    }

    /** Answers instead of the provider. */
    private static final class Circuit implements ClientRequestFilter {

        private boolean open;

        @Override
        public void filter(ClientRequestContext request) {
            if (open) {
                request.abortWith(Response.status(401).entity("circuit open").build());
            }
        }
    }

    /** Sends requests to another place. */
    private static final class Diversion implements ClientRequestFilter {

        private final URI there;
        private final boolean bare;

        Diversion(URI there, boolean bare) {
            this.there = there;
            this.bare = bare;
        }

        @Override
        public void filter(ClientRequestContext request) {
            request.setUri(there);
            if (bare) {
                request.getHeaders().remove("Authorization");
            }
        }
    }

    /** Puts another header in the place of the token, or none. */
    private static final class Replacement implements ClientRequestFilter {

        private final String value;

        Replacement(String value) {
            this.value = value;
        }

        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders().remove("Authorization");
            if (!value.isEmpty()) {
                request.getHeaders().putSingle("Authorization", value);
            }
        }
    }

    /** Makes one answer of another. */
    private static final class Turned implements ClientResponseFilter {
        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            response.setStatus(401);
        }
    }
}
