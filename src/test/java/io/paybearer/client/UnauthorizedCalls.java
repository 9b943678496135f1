// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.SandboxedTest;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A test of what follows a 401, with a plain client and a token that the provider has revoked. */
abstract class UnauthorizedCalls extends SandboxedTest {

    static final String PAYIN = "/deals/payin";

    private Client client;

    @AfterEach
    final void closeClient() {
        if (client != null) {
            client.close();
        }
    }

    /** The client, made at its first use, when the test has set a configuration. */
    final Client client() {
        if (client == null) {
            client = ClientBuilder.newClient().register(PaybearerFeature.class);
        }
        return client;
    }

    final Invocation.Builder request(String path) {
        return client().target(origin()).path(path).request();
    }

    /** Obtains a token, lets it become old enough to be replaced (6 s), and has the provider revoke it. */
    final void revokedToken() {
        start(everyProvider());
        request("/deals/0").get().close();
        time.advance(Duration.ofSeconds(6));
        sandbox.revokeAll();
        sandbox.clear();
    }
}
