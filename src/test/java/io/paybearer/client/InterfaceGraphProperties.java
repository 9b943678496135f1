// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.paybearer.RequestRefusedException;
import io.paybearer.client.InterfaceGraph.Call;
import io.paybearer.client.InterfaceGraph.Way;
import io.paybearer.harness.Configured;
import io.paybearer.harness.RawServer;
import io.paybearer.harness.SourceCompiler;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Typed clients of random interfaces: what arrives at the provider, or the refusal, is what the oracle in the graph says. */
class InterfaceGraphProperties {

    private static final int GRAPHS = 50;

    /** Not shown as a whole when a test fails: the message has the one that matters. */
    record Graphs(List<InterfaceGraph> all) {
        @Override
        public String toString() {
            return all.size() + " graphs";
        }
    }

    /** What arrived: the account by its token, and the child. */
    private record Arrived(Optional<String> account, Optional<String> child) {}

    /** Jersey cannot make a request of a parameter whose type is a variable. */
    private static final Optional<Arrived> UNABLE = Optional.of(new Arrived(Optional.of("nobody"), Optional.empty()));

    @Provide
    Arbitrary<Graphs> graphs() {
        return Arbitraries.randomValue(InterfaceGraphs::random)
                .list()
                .ofSize(GRAPHS)
                .map(Graphs::new);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void everyGraph_isHonoured_orRefused(@ForAll("graphs") Graphs random) throws Exception {
        List<InterfaceGraph> graphs = random.all();
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < graphs.size(); i++) {
            sources.putAll(InterfaceGraphs.sources(graphs.get(i), "graph" + i));
        }
        ClassLoader classes = SourceCompiler.load(sources);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes); // by it the configuration is found
        try (RawServer server = RawServer.start();
                TestApplication application = TestApplication.start(accounts(server), new TestTime(), Runnable::run)) {
            for (int i = 0; i < graphs.size(); i++) {
                check(graphs.get(i), classes, "graph" + i, server);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The base URIs are alike, so that a request which names no account is refused. */
    private static Configured accounts(RawServer server) {
        return Configured.account("a")
                .with(TestMerchants.borderlessPartner(server.uri()))
                .with("base-uri", server.uri().toString())
                .with("issuer-id", "cm5x0issuer0identifier00a")
                .and("b")
                .with(TestMerchants.borderlessPartner(server.uri()))
                .with("base-uri", server.uri().toString())
                .with("issuer-id", "cm5x0issuer0identifier00b");
    }

    private static void check(InterfaceGraph graph, ClassLoader classes, String room, RawServer server)
            throws Exception {
        Map<Way, Optional<String>> accounts = graph.expected(InterfaceGraph.Site::account);
        Map<Way, Optional<String>> children = graph.expected(InterfaceGraph.Site::child);
        String sources = InterfaceGraphs.sources(graph, room).values().toString();
        Object client = null;
        try {
            client = RestClientBuilder.newBuilder().baseUri(server.uri()).build(classes.loadClass(room + ".T0"));
        } catch (RuntimeException refused) {
            if (refusal(refused) == null) {
                assertThat(graph.ways())
                        .as("the implementation refuses %s: %s", refused, sources)
                        .noneMatch(way -> way.kind() != InterfaceGraph.Kind.DEFAULT_METHOD);
                return;
            }
        }
        assertThat(client == null).as("refused: %s", sources).isEqualTo(accounts == null || children == null);
        if (client != null) {
            boolean served = accounts.values().stream().anyMatch(Optional::isPresent);
            for (Way way : accounts.keySet()) {
                Optional<String> account = accounts.get(way);
                Optional<String> child = account.isPresent() ? children.get(way) : Optional.empty();
                Optional<Arrived> right =
                        served && account.isEmpty() ? Optional.empty() : Optional.of(new Arrived(account, child));
                assertThat(arrives(client, graph, way, server, classes, room))
                        .as("%s: %s", way, sources)
                        .isIn(right, UNABLE);
            }
        }
    }

    /** What arrived, or empty if the call was refused. */
    private static Optional<Arrived> arrives(
            Object client, InterfaceGraph graph, Way way, RawServer server, ClassLoader classes, String room)
            throws ReflectiveOperationException {
        server.take();
        Object at = client;
        int type = 0;
        for (Call locator : way.locators()) {
            at = method(classes.loadClass(room + ".T" + type), locator.name()).invoke(at);
            type = locator.leads();
        }
        Method request = method(classes.loadClass(room + ".T" + way.type()), way.name());
        try {
            assertThat(request.invoke(at, request.getParameterCount() == 0 ? new Object[0] : new Object[] {"v"}))
                    .isEqualTo("ok");
        } catch (InvocationTargetException e) {
            assertThat(server.take()).isEmpty();
            if (refusal(e.getCause()) != null) {
                return Optional.empty();
            }
            if (way.kind() != InterfaceGraph.Kind.GENERIC_REQUEST) {
                fail("%s failed: %s", way, InterfaceGraphs.sources(graph, room), e);
            }
            return UNABLE;
        }
        List<List<String>> heads = server.take();
        assertThat(heads).hasSize(1);
        return Optional.of(arrived(heads.get(0)));
    }

    private static Method method(Class<?> type, String name) {
        return Stream.of(type.getMethods())
                .filter(each -> each.getName().equals(name) && !each.isBridge())
                .findFirst()
                .orElseThrow();
    }

    private static Arrived arrived(List<String> head) {
        List<String> tokens = RawServer.lines(head, "Authorization");
        List<String> children = RawServer.lines(head, "Client-Id");
        assertThat(tokens.size()).isLessThan(2);
        assertThat(children.size()).isLessThan(2);
        return new Arrived(
                tokens.stream().findFirst().map(InterfaceGraphProperties::account),
                children.stream()
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip()));
    }

    private static String account(String authorization) {
        String claims =
                new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), StandardCharsets.UTF_8);
        return claims.contains("identifier00a") ? "a" : "b";
    }

    private static Throwable refusal(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream()
                .filter(RequestRefusedException.class::isInstance)
                .findFirst()
                .orElse(null);
    }
}
