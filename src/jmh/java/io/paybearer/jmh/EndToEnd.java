// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import com.sun.management.OperatingSystemMXBean;
import io.paybearer.PaybearerFeature;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Whole calls by RESTEasy's plain and typed clients to a server in the same JVM, in short slices that alternate. */
final class EndToEnd {

    private static final int ROUNDS = Boolean.getBoolean("quick") ? 30 : 120;
    private static final long SLICE_NANOS = 100_000_000;
    private static final String WITHOUT = "without paybearer";
    private static final String CONSTANT = "without, a constant header of that length";
    private static final List<String> TITLES =
            List.of(WITHOUT, "without again", CONSTANT, "with paybearer", "signed by hand on each call, jose4j");

    private final Slices slices =
            new Slices(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime);
    private final URI server;

    private EndToEnd(URI server) {
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        try (EchoServer server = EchoServer.start();
                CurrentConfiguration configuration = CurrentConfiguration.of(Configured.account("m0")
                        .with(TestMerchants.twoCheckout(server.uri()))
                        .with("token-headers", "Authorization")
                        .with("base-uri", server.uri().toString()))) {
            new EndToEnd(server.uri()).play();
        }
        System.exit(0);
    }

    private void play() {
        ClientRequestFilter signing =
                request -> request.getHeaders().putSingle("Authorization", "Bearer " + SignedByHand.jwt());
        String header = "Bearer " + SignedByHand.jwt();
        ClientRequestFilter constant = request -> request.getHeaders().putSingle("Authorization", header);
        addPlain(WITHOUT, ClientBuilder.newClient());
        addPlain("without again", ClientBuilder.newClient());
        addPlain(CONSTANT, ClientBuilder.newClient().register(constant));
        addPlain("with paybearer", ClientBuilder.newClient().register(PaybearerFeature.class));
        addPlain(
                "signed by hand on each call, jose4j", ClientBuilder.newClient().register(signing));
        addTyped(WITHOUT, typed().build(ListedApi.class));
        addTyped("without again", typed().build(ListedApi.class));
        addTyped(CONSTANT, typed().register(constant).build(ListedApi.class));
        AnnotatedApi annotated = typed().build(AnnotatedApi.class);
        slices.add("typed with paybearer", annotated::payment);
        addTyped(
                "signed by hand on each call, jose4j", typed().register(signing).build(ListedApi.class));
        slices.take(ROUNDS, SLICE_NANOS);
        print("plain");
        print("typed");
    }

    private RestClientBuilder typed() {
        return RestClientBuilder.newBuilder().baseUri(server);
    }

    private void addPlain(String title, Client client) {
        slices.add("plain " + title, () -> client.target(server).request().get(String.class));
    }

    private void addTyped(String title, ListedApi api) {
        slices.add("typed " + title, api::payment);
    }

    private void print(String kind) {
        System.out.printf("%nCalls on loopback, RESTEasy, %s client, one thread, %d slices each%n%n", kind, ROUNDS);
        System.out.println("| client | calls/s | × without | middle half of the slices | CPU per call | × without |");
        System.out.println("|---|---|---|---|---|---|");
        TITLES.forEach(title -> print(kind + " " + title, kind + " " + WITHOUT));
    }

    private void print(String title, String without) {
        System.out.printf(
                "| %s | %.0f | %.2f | %.2f–%.2f | %.0f µs | %.2f |%n",
                title.substring(title.indexOf(' ') + 1),
                1e9 / slices.quantile(title, 0.5, Slices.Slice::wall),
                1 / slices.ratio(title, without, 0.5, Slices.Slice::wall),
                1 / slices.ratio(title, without, 0.75, Slices.Slice::wall),
                1 / slices.ratio(title, without, 0.25, Slices.Slice::wall),
                slices.quantile(title, 0.5, Slices.Slice::cpu) / 1e3,
                slices.ratio(title, without, 0.5, Slices.Slice::cpu));
    }
}
