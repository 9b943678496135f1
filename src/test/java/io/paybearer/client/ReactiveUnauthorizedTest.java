// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.SandboxedTest;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.time.Duration;
import org.jboss.resteasy.reactive.client.ReactiveContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A 401 with the REST client of Quarkus. Its response filters run on an event loop, where nothing may wait. */
class ReactiveUnauthorizedTest extends SandboxedTest {

    private static final String PAYIN = "/deals/payin";

    private final OnQuarkus onQuarkus = new OnQuarkus();
    private final Client client = ClientBuilder.newClient().register(onQuarkus);

    @AfterEach
    void closeClient() {
        client.close();
    }

    private int post() {
        try (Response response = client.target(origin()).path(PAYIN).request().post(Entity.json("{}"))) {
            return response.getStatus();
        }
    }

    @Test
    void refusedToken_isGivenUp_andNeitherReplacedNorTheCallReplayed() {
        start(everyProvider().and("gate").with("redirects-are-off", "true"));
        assertThat(post()).isEqualTo(200);
        time.advance(Duration.ofSeconds(6));
        sandbox.revokeAll();
        sandbox.clear();

        assertThat(post()).isEqualTo(401);
        assertThat(sandbox.count(PAYIN)).isEqualTo(1);
        assertThat(sandbox.tokenCalls()).isZero();
        assertThat(post()).isEqualTo(200);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    /** The filter, called with contexts that look like those of Quarkus. */
    public static class OnQuarkus implements ClientRequestFilter, ClientResponseFilter, WriterInterceptor {

        private ClientRequestContext sent;

        private final CredentialFilter filter = new CredentialFilter();

        @Override
        public void filter(ClientRequestContext request) {
            filter.filter(ReactiveContexts.of(request));
        }

        @Override
        public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
            filter.aroundWriteTo(ReactiveContexts.of(writing));
        }

        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
            sent = request;
            filter.filter(ReactiveContexts.of(request), response);
        }
    }
}
