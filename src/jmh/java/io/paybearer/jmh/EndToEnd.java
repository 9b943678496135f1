// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import com.sun.management.OperatingSystemMXBean;
import io.paybearer.PaybearerFeature;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import io.paybearer.jmh.Slices.Work;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Whole calls by RESTEasy's plain and typed clients to a server in the same JVM, in short slices that alternate. A client whose
 * application sets the same header itself shows what the header costs: it has to be sent, and the server has to read it,
 * whoever has put it there.
 */
final class EndToEnd {

    private static final int ROUNDS = Boolean.getBoolean("quick") ? 30 : 120;
    private static final long SLICE_NANOS = 100_000_000;
    private static final String WITHOUT = "without paybearer, no header";
    private static final List<String> TITLES = List.of(
            WITHOUT,
            "the same again",
            "with paybearer",
            "without paybearer, a constant header set on each request",
            "signed by hand on each call, jose4j");

    private final Slices slices =
            new Slices(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime);
    private final String header = "Bearer " + SignedByHand.jwt();
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
        Work[] plain = {
            plain(ClientBuilder.newClient()),
            plain(ClientBuilder.newClient()),
            plain(ClientBuilder.newClient().register(PaybearerFeature.class)),
            plainWithHeader(),
            plain(ClientBuilder.newClient().register(signing))
        };
        Work[] typed = {
            typed().build(ListedApi.class)::payment,
            typed().build(ListedApi.class)::payment,
            typed().build(AnnotatedApi.class)::payment,
            typedWithHeader(),
            typed().register(signing).build(ListedApi.class)::payment
        };
        for (int i = 0; i < TITLES.size(); i++) {
            slices.add("plain " + TITLES.get(i), plain[i]);
            slices.add("typed " + TITLES.get(i), typed[i]);
        }
        slices.take(ROUNDS, SLICE_NANOS);
        print("plain");
        print("typed");
    }

    private RestClientBuilder typed() {
        return RestClientBuilder.newBuilder().baseUri(server);
    }

    private Work plain(Client client) {
        return () -> client.target(server).request().get(String.class);
    }

    private Work plainWithHeader() {
        Client client = ClientBuilder.newClient();
        return () ->
                client.target(server).request().header("Authorization", header).get(String.class);
    }

    private Work typedWithHeader() {
        HeaderApi api = typed().build(HeaderApi.class);
        return () -> api.payment(header);
    }

    private void print(String kind) {
        System.out.printf("%nCalls on loopback, RESTEasy, %s client, one thread, %d slices each%n%n", kind, ROUNDS);
        System.out.println("| client | calls/s | × without | middle half of the slices "
                + "| CPU per call, both sides | × | CPU per call, the caller's thread | × |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        TITLES.forEach(title -> print(kind + " " + title, kind + " " + WITHOUT));
    }

    private void print(String title, String without) {
        System.out.printf(
                "| %s | %.0f | %.2f | %.2f–%.2f | %.0f µs | %.2f | %.0f µs | %.2f |%n",
                title.substring(title.indexOf(' ') + 1),
                1e9 / slices.quantile(title, 0.5, Slices.Slice::wall),
                1 / slices.ratio(title, without, 0.5, Slices.Slice::wall),
                1 / slices.ratio(title, without, 0.75, Slices.Slice::wall),
                1 / slices.ratio(title, without, 0.25, Slices.Slice::wall),
                slices.quantile(title, 0.5, Slices.Slice::cpu) / 1e3,
                slices.ratio(title, without, 0.5, Slices.Slice::cpu),
                slices.quantile(title, 0.5, Slices.Slice::callerCpu) / 1e3,
                slices.ratio(title, without, 0.5, Slices.Slice::callerCpu));
    }
}
