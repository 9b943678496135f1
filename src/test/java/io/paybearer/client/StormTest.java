// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many 401s at once, and one after the other. */
class StormTest extends SandboxedTest {

    private static final String PAYIN = "/deals/payin";
    private static final int CALLS = 1000;
    private static final int AT_ONCE = 100;

    @Test
    void thousandConcurrent401s_makeOneRefresh() throws Exception {
        start(everyProvider());
        try (Client first = client()) {
            first.target(origin()).path("/deals/0").request().get().close();
        }
        time.advance(Duration.ofSeconds(6));
        sandbox.revokeAll();
        sandbox.clear();
        Gate gate = new Gate();
        sandbox.faults().next("/auth/token/refresh", Fault.hold(gate));

        List<Integer> statuses = storm(gate);

        assertThat(statuses).hasSize(CALLS).containsOnly(200);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    /** Makes all calls; the token endpoint does not answer before the first caller has asked it for a new token. */
    private List<Integer> storm(Gate gate) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Integer>> calls = new ArrayList<>();
        try (Client client = client()) {
            for (int i = 0; i < CALLS; i++) {
                calls.add(pool.submit(() -> status(client)));
            }
            gate.awaitArrivals(1);
            gate.open();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> call : calls) {
                statuses.add(call.get());
            }
            return statuses;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void thousandReplays_leaveNoConnectionBehind() throws Exception {
        start(everyProvider());
        try (Client client = client()) {
            status(client);
            long before = openSockets();
            for (int i = 0; i < CALLS; i++) {
                time.advance(Duration.ofSeconds(6));
                sandbox.faults().next(PAYIN, Fault.status(401));
                assertThat(status(client)).isEqualTo(200);
            }
            assertThat(sandbox.count(PAYIN)).isEqualTo(2 * CALLS + 1);
            assertThat(openSockets() - before).isLessThan(50);
        }
    }

    private Client client() {
        return ClientBuilder.newClient().register(PaybearerFeature.class);
    }

    private int status(Client client) {
        try (Response response = client.target(origin()).path(PAYIN).request().post(Entity.json("{}"))) {
            response.readEntity(String.class);
            return response.getStatus();
        }
    }

    /** The sockets of this process, which has both ends of each connection. */
    private static long openSockets() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(StormTest::socket).count();
        }
    }

    private static boolean socket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (java.io.IOException gone) {
            return false;
        }
    }
}
