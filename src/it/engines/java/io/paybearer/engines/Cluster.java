// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import io.paybearer.harness.Issuing;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes in processes of their own, a provider that they all ask, and what connects them. */
final class Cluster implements AutoCloseable {

    static final Duration LEASE = Duration.ofMillis(1_500);
    static final Duration ENDPOINT = Duration.ofMillis(100);
    /** Which kind of account the nodes have: {@code -Dcluster.issuing=OAUTH2}. */
    static final Issuing ISSUING = Issuing.valueOf(System.getProperty("cluster.issuing", "PAYMENTSGATE"));

    static final List<String> TOKEN_PATHS = ISSUING.tokenPaths();

    private static final Pattern NODE = Pattern.compile("-node-(\\d+)");
    private static final int PATIENCE_SECONDS = 30;

    final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start());
    final List<Node> nodes = new ArrayList<>();
    private final Semaphore issued = new Semaphore(0);
    private final Fault answering = Fault.rewrite(this::issued).after(ENDPOINT);

    /** Nodes that are up and call, with tokens of this life that are renewed so long before its end. */
    static Cluster calling(
            String engine, Map<String, String> how, int size, int threads, Duration life, Duration margin)
            throws IOException, InterruptedException {
        Cluster cluster = new Cluster();
        try {
            cluster.sandbox.settings().tokenLifetime(life);
            cluster.heal();
            cluster.start(engine, cluster.properties(engine, how, margin), size, threads);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private Map<String, String> properties(String engine, Map<String, String> how, Duration margin) {
        Map<String, String> properties = new HashMap<>(how);
        ISSUING.account(sandbox.uri())
                .forEach((leaf, value) -> properties.put("paybearer.account.gate." + leaf, value));
        properties.put("paybearer.account.gate.refresh-margin", margin.toMillis() + "ms");
        properties.put("paybearer.account.gate.connect-timeout", "300ms");
        properties.put("paybearer.account.gate.read-timeout", "700ms");
        properties.put("paybearer.store", engine.equals("redis") ? "redis" : "map");
        properties.put(
                "paybearer.store.encryption-keys", "k1:" + TestMerchants.base64("0123456789abcdef0123456789abcdef"));
        return properties;
    }

    /** The first one alone: members that start together may first found clusters of their own. */
    private void start(String engine, Map<String, String> properties, int size, int threads)
            throws IOException, InterruptedException {
        nodes.add(Node.start(engine, 0, threads, properties));
        nodes.get(0).answer();
        for (int number = 1; number < size; number++) {
            nodes.add(Node.start(engine, number, threads, properties));
        }
        for (Node node : nodes.subList(1, size)) {
            node.answer();
        }
        for (Node node : nodes) {
            node.ask("calls");
        }
    }

    /** Lets the cluster find its way for a while, and forgets what happened until then. */
    void settle(Duration span) throws IOException, InterruptedException {
        untilNextToken();
        Trials.pass(span);
        clear();
    }

    void clear() throws IOException, InterruptedException {
        for (Node node : nodes) {
            node.ask("clear");
        }
        sandbox.clear();
    }

    /** Holds the next request for a token at a gate, and plays a fault once that is open. */
    private Gate holdNext(Fault then) {
        Gate gate = new Gate();
        TOKEN_PATHS.forEach(path -> sandbox.faults().next(path, then.after(gate)));
        return gate;
    }

    /** No faults are left over; the endpoint takes its time. */
    private void heal() {
        sandbox.faults().clear();
        TOKEN_PATHS.forEach(path -> sandbox.faults().always(path, answering));
    }

    /** What becomes of a node. */
    interface Blow {
        void on(Node node) throws IOException, InterruptedException;
    }

    /** Strikes the next node that asks for a token, while it waits for the answer, and says which one that was. */
    int strikeWhoAsks(Fault then, Blow blow) throws IOException, InterruptedException {
        Gate gate = holdNext(then);
        gate.awaitArrivals(1);
        int asking = lastToAsk();
        blow.on(nodes.get(asking));
        gate.open();
        heal();
        return asking;
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

    /** Called as an answer leaves; one that was held at a gate does not come by here. */
    private String issued(String answer) {
        if (answer.contains("access_token")) {
            issued.release();
        }
        return answer;
    }

    /** Waits until another token is handed out, and says how long that took. */
    Duration untilNextToken() throws InterruptedException {
        long begin = System.nanoTime();
        issued.drainPermits();
        if (!issued.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no token is handed out any more");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
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
}
