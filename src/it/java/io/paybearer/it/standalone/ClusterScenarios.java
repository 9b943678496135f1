// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.Configured;
import io.paybearer.harness.TestMerchants;
import io.paybearer.it.Archives;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.PaymentsGateMerchant;
import io.paybearer.sandbox.ReceivedRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two servers whose applications share tokens in the servers' own cache. Each test has an account of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterScenarios {

    private static final String LOGIN = "/auth/token";
    private static final String REFRESH = "/auth/token/refresh";
    /** No younger token is given up. */
    private static final Duration OLD_ENOUGH = Duration.ofMillis(5_100);

    private static final Duration LIFETIME = Duration.ofSeconds(8);
    private static final String KEYS =
            Configured.secretFile("k1:" + Base64.getEncoder().encodeToString(new byte[32]));
    private static final String PUBLIC_KEY = Configured.secretFile(TestMerchants.PUBLIC_PEM);

    private final PaymentSandbox sandbox = PaymentSandbox.start();
    private final WebArchive war;
    private ClusterNode one;
    private ClusterNode two;

    /** The package of the application that is for this server. */
    ClusterScenarios(String ofServer) {
        war = Archives.clustered("shop").addPackage("io.paybearer.it.clustered." + ofServer);
    }

    /** Starts a server. */
    abstract ClusterNode node(int number, WebArchive application, Map<String, String> properties) throws Exception;

    @BeforeAll
    final void start() throws Exception {
        one = node(0, war, properties());
        two = node(1, war, properties());
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(
                Map.of("sandbox.uri", sandbox.uri().toString(), "paybearer.store.encryption-keys-file", KEYS));
        Stream.of("gate", "rejected", "expired", "survivor").forEach(account -> {
            sandbox.register(new PaymentsGateMerchant("id-of-" + account, TestMerchants.PUBLIC_PEM));
            String prefix = "paybearer.account." + account + ".";
            properties.put(prefix + "provider", "paymentsgate");
            properties.put(prefix + "base-uri", sandbox.uri() + "/deals/" + account);
            properties.put(prefix + "account-id", "id-of-" + account);
            properties.put(prefix + "public-key-file", PUBLIC_KEY);
        });
        return properties;
    }

    @AfterAll
    final void stop() {
        Stream.of(one, two).filter(Objects::nonNull).forEach(ClusterNode::close);
        sandbox.close();
    }

    @BeforeEach
    final void clear() {
        sandbox.reset();
    }

    @AfterEach
    final void storeWasThere() {
        assertThat(one.output() + two.output()).doesNotContain("[io.paybearer");
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void war_hasNothingOfTheEngine() {
        assertThat(war.getContent().keySet().stream().map(ArchivePath::get))
                .anyMatch(path -> path.contains("paybearer"))
                .noneMatch(path -> path.matches("(?i).*(infinispan|jgroups|hazelcast|cache-api).*"));
    }

    @Test
    void firstCallsOfBothNodes_makeOneTokenCall_andWhatIsSharedIsSealed() {
        sandbox.faults().next(LOGIN, Fault.delay(Duration.ofMillis(500)));

        payOnBoth("gate");

        assertThat(tokenCalls()).containsExactly(LOGIN);
        String token = tokensSent("gate").get(0);
        assertThat(tokensSent("gate")).containsExactly(token, token);
        for (ClusterNode node : List.of(one, two)) {
            assertThat(node.call("GET", "entries").lines())
                    .isNotEmpty()
                    .allMatch(line -> line.matches("paymentsgate:\\S+ 1\\|\\|ey\\w+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                    .noneMatch(line -> line.contains(token));
        }
    }

    @Test
    void expiredToken_isRefreshedOnceForBothNodes() {
        sandbox.settings().tokenLifetime(LIFETIME);
        pay(one, "expired");
        pay(two, "expired");
        letPass(LIFETIME.plusMillis(100), "expired");

        sandbox.faults().next(REFRESH, Fault.delay(Duration.ofMillis(500)));
        payOnBoth("expired");

        assertThat(tokenCalls()).containsExactly(LOGIN, REFRESH);
        assertThat(tokensSent("expired"))
                .last()
                .isNotEqualTo(tokensSent("expired").get(0));
    }

    @Test
    void rejectedToken_isReplacedOnceForBothNodes() {
        pay(one, "rejected");
        pay(two, "rejected");
        letPass(OLD_ENOUGH, "rejected");
        sandbox.revokeAll();

        payOnBoth("rejected");

        assertThat(tokenCalls()).containsExactly(LOGIN, REFRESH);
    }

    @Test
    void killedNode_leavesTheOtherGoing_andFindsTheTokenWhenItIsBack() {
        pay(one, "survivor");
        one.kill();
        pay(two, "survivor");
        assertThat(tokenCalls()).containsExactly(LOGIN);

        letPass(OLD_ENOUGH, "survivor");
        sandbox.revokeAll();
        pay(two, "survivor");
        assertThat(tokenCalls()).containsExactly(LOGIN, REFRESH);

        one.startAgain();
        pay(one, "survivor");
        assertThat(tokenCalls()).containsExactly(LOGIN, REFRESH);
    }

    private static void pay(ClusterNode node, String account) {
        assertThat(node.call("POST", "payments/" + account)).contains("id-of-" + account);
    }

    private void payOnBoth(String account) {
        Stream.of(one, two)
                .map(node -> CompletableFuture.runAsync(() -> pay(node, account)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** A call that takes that long. */
    private void letPass(Duration time, String account) {
        sandbox.faults().next("/deals/" + account, Fault.delay(time));
        pay(two, account);
    }

    private List<String> tokenCalls() {
        return sandbox.received().stream()
                .map(ReceivedRequest::path)
                .filter(path -> path.startsWith(LOGIN))
                .toList();
    }

    private List<String> tokensSent(String account) {
        return sandbox.received().stream()
                .filter(request -> request.path().equals("/deals/" + account))
                .map(request -> request.header("Authorization").get(0).replace("Bearer ", ""))
                .toList();
    }
}
