// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.provider.twocheckout.TwoCheckoutFilter;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our filter runs after all filters of the application, in whatever order and with whatever priority they are registered. */
class FilterOrderTest extends SandboxedTest {

    private static final int LATE = 1_000_000;
    private static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";

    private Client client;

    @BeforeEach
    void openClient() {
        start(everyProvider());
        client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("two"));
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void filterThatChangesTheUri_doesNotGetAroundTheCheck() {
        client.register(new Diversion(), LATE);

        assertThatThrownBy(this::sign)
                .isInstanceOf(ProcessingException.class)
                .hasStackTraceContaining("not to https://example.org");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void filterThatLogsHeaders_seesNoToken() {
        Log log = new Log();
        client.register(log, LATE);

        sign();

        assertThat(log.seen).hasSize(1).noneMatch(headers -> headers.contains("Bearer"));
        assertThat(acceptedLast().header("Authorization")).hasSize(1);
    }

    @Test
    void providersFilter_registeredByHandBeforeOthers_runsLastToo() {
        Log log = new Log();
        try (Client byHand = ClientBuilder.newClient().register(new TwoCheckoutFilter("two"))) {
            byHand.register(log);
            sign(byHand);
            assertThat(log.seen).hasSize(1).noneMatch(headers -> headers.contains("Bearer"));
            assertThat(acceptedLast().header("Authorization")).hasSize(1);
            byHand.register(new Diversion());

            assertThatThrownBy(() -> sign(byHand)).hasStackTraceContaining("not to https://example.org");
        }
    }

    private void sign() {
        sign(client);
    }

    private void sign(Client client) {
        client.target(origin())
                .path(SIGNATURE)
                .request()
                .post(Entity.json("{}"))
                .close();
    }

    /** A filter that sends requests elsewhere. */
    private static final class Diversion implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            request.setUri(URI.create("https://example.org/"));
        }
    }

    /** A filter that notes the headers of requests. */
    private static final class Log implements ClientRequestFilter {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void filter(ClientRequestContext request) {
            seen.add(request.getHeaders().toString());
        }
    }
}
