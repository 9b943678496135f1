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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;

/** Whole calls by RESTEasy's client to a server in the same JVM, in short slices that alternate. */
final class EndToEnd {

    private static final boolean QUICK = Boolean.getBoolean("quick");
    private static final long SLICE_NANOS = 300_000_000;
    private static final String SECRET = "k".repeat(64);

    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<String, List<double[]>> slices = new LinkedHashMap<>();

    private EndToEnd() {}

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        try (EchoServer server = EchoServer.start();
                CurrentConfiguration configuration = CurrentConfiguration.of(Configured.account("two")
                        .with(TestMerchants.twoCheckout(server.uri()))
                        .with("token-headers", "Authorization")
                        .with("base-uri", server.uri().toString()))) {
            new EndToEnd().play(server.uri());
        }
        System.exit(0);
    }

    private void play(URI server) throws Exception {
        Map<String, Client> clients = new LinkedHashMap<>();
        clients.put("without paybearer", ClientBuilder.newClient());
        clients.put("with paybearer", ClientBuilder.newClient().register(PaybearerFeature.class));
        clients.put("without again", ClientBuilder.newClient());
        clients.put(
                "signed by hand on each call, jose4j", ClientBuilder.newClient().register((ClientRequestFilter)
                        request -> request.getHeaders().putSingle("Authorization", "Bearer " + signed())));
        int rounds = QUICK ? 6 : 30;
        for (int round = -rounds / 3; round < rounds; round++) {
            for (Map.Entry<String, Client> client : clients.entrySet()) {
                double[] slice = slice(client.getValue(), server);
                if (round >= 0) {
                    slices.computeIfAbsent(client.getKey(), first -> new ArrayList<>())
                            .add(slice);
                }
            }
        }
        print();
    }

    /** Requests per second and CPU microseconds per request. */
    private double[] slice(Client client, URI server) {
        long cpu = process.getProcessCpuTime();
        long began = System.nanoTime();
        int calls = 0;
        while (System.nanoTime() - began < SLICE_NANOS) {
            client.target(server).path("payments").request().get(String.class);
            calls++;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new double[] {calls / seconds, (process.getProcessCpuTime() - cpu) / 1e3 / calls};
    }

    private static String signed() {
        try {
            JwtClaims claims = new JwtClaims();
            claims.setSubject(TestMerchants.MERCHANT_CODE);
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(30);
            JsonWebSignature jws = new JsonWebSignature();
            jws.setPayload(claims.toJson());
            jws.setAlgorithmHeaderValue("HS512");
            jws.setHeader("typ", "JWT");
            jws.setKey(new HmacKey(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return jws.getCompactSerialization();
        } catch (org.jose4j.lang.JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print() {
        System.out.printf("%nCalls on loopback, RESTEasy, one thread%n%n");
        System.out.println("| client | calls/s | × without | CPU per call | × without |");
        System.out.println("|---|---|---|---|---|");
        double rate = median("without paybearer", 0);
        double cpu = median("without paybearer", 1);
        for (String client : slices.keySet()) {
            System.out.printf(
                    "| %s | %.0f | %.2f | %.0f µs | %.2f |%n",
                    client, median(client, 0), median(client, 0) / rate, median(client, 1), median(client, 1) / cpu);
        }
    }

    private double median(String client, int figure) {
        double[] sorted = slices.get(client).stream()
                .mapToDouble(slice -> slice[figure])
                .sorted()
                .toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }
}
