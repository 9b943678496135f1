// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes in processes of their own, a provider that they all ask, and what connects them. */
final class Cluster implements AutoCloseable {

    static final Duration LEASE = Duration.ofMillis(1_500);
    static final Duration ENDPOINT = Duration.ofMillis(100);
    static final List<String> TOKEN_PATHS = List.of("/auth/token", "/auth/token/refresh");

    private static final Pattern NODE = Pattern.compile("-node-(\\d+)");
    private static final int PATIENCE_TRIES = 6_000;

    final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start());
    final List<Node> nodes = new ArrayList<>();

    /** Nodes that are up and call, with tokens of this life that are renewed so long before its end. */
    static Cluster calling(
            String engine, Map<String, String> how, int size, int threads, Duration life, Duration margin)
            throws IOException, InterruptedException {
        Cluster cluster = new Cluster();
        cluster.sandbox.settings().tokenLifetime(life);
        TOKEN_PATHS.forEach(path -> cluster.sandbox.faults().always(path, Fault.delay(ENDPOINT)));
        Map<String, String> properties = new HashMap<>(how);
        TestMerchants.paymentsGate(cluster.sandbox.uri())
                .forEach((leaf, value) -> properties.put("paybearer.account.gate." + leaf, value));
        properties.put("paybearer.account.gate.refresh-margin", margin.toMillis() + "ms");
        properties.put("paybearer.account.gate.connect-timeout", "300ms");
        properties.put("paybearer.account.gate.read-timeout", "700ms");
        properties.put("paybearer.store", engine.equals("redis") ? "redis" : "map");
        properties.put(
                "paybearer.store.encryption-keys", "k1:" + TestMerchants.base64("0123456789abcdef0123456789abcdef"));
        // the first one alone: members that start together may first found clusters of their own
        cluster.nodes.add(Node.start(engine, 0, threads, properties));
        cluster.nodes.get(0).answer();
        for (int number = 1; number < size; number++) {
            cluster.nodes.add(Node.start(engine, number, threads, properties));
        }
        for (Node node : cluster.nodes.subList(1, size)) {
            node.answer();
        }
        for (Node node : cluster.nodes) {
            node.ask("calls");
        }
        return cluster;
    }

    void clear() throws IOException, InterruptedException {
        for (Node node : nodes) {
            node.ask("clear");
        }
        sandbox.clear();
    }

    /** Holds the next request for a token at a gate, and plays a fault once that is open. */
    Gate holdNext(Fault then) {
        Gate gate = new Gate();
        TOKEN_PATHS.forEach(path -> sandbox.faults().next(path, then.after(gate)));
        return gate;
    }

    /** The faults that {@link #holdNext} has left over; the endpoint takes its time as before. */
    void heal() {
        sandbox.faults().clear();
        TOKEN_PATHS.forEach(path -> sandbox.faults().always(path, Fault.delay(ENDPOINT)));
    }

    /** The node whose request for a token came last. */
    int lastToAsk() {
        List<ReceivedRequest> received = tokenRequests();
        Matcher node = NODE.matcher(
                received.get(received.size() - 1).header("User-Agent").toString());
        if (!node.find()) {
            throw new IllegalStateException("no node asked");
        }
        return Integer.parseInt(node.group(1));
    }

    List<ReceivedRequest> tokenRequests() {
        return sandbox.received().stream()
                .filter(request -> TOKEN_PATHS.contains(request.path()))
                .toList();
    }

    /** Waits until another token has been handed out, and says how long that took. */
    Duration untilNextToken() throws InterruptedException {
        long begin = System.nanoTime();
        long before = accepted();
        for (int tries = 0; accepted() == before; tries++) {
            if (tries == PATIENCE_TRIES) {
                throw new IllegalStateException("no token is handed out any more");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits until another node than this one has got a token, and says how long that took. */
    Duration untilNextTokenOfOtherThan(int node) throws InterruptedException {
        Duration all = Duration.ZERO;
        do {
            all = all.plus(untilNextToken());
        } while (lastToAsk() == node);
        return all;
    }

    private long accepted() {
        return tokenRequests().stream().filter(ReceivedRequest::accepted).count();
    }

    /** The figures of all nodes but some: sums, and the highest of each percentile. */
    Map<String, Long> figures(Integer... without) throws IOException, InterruptedException {
        Map<String, Long> all = new HashMap<>();
        for (int number = 0; number < nodes.size(); number++) {
            if (!List.of(without).contains(number)) {
                nodes.get(number)
                        .figures()
                        .forEach((name, value) -> all.merge(name, value, name.startsWith("p") ? Math::max : Long::sum));
            }
        }
        return all;
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        sandbox.close();
    }

    /** What a node's engine needs to find the others. */
    static Map<String, String> configuration(String engine) throws IOException {
        URI uri = switch (engine.replace("-jcache", "")) {
            case "hazelcast" -> Engines.hazelcast(Engines.freePort());
            case "infinispan" -> Engines.infinispanOverTcp(Engines.freePort());
            default -> throw new IllegalArgumentException(engine);
        };
        return Map.of("engine.configuration", uri.toString());
    }
}
