// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.LogLines;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each message of {@code src/docs/troubleshooting.md} is produced here, and none is missing there. */
class TroubleshootingTest {

    private static final String GATE = "https://secure.sandbox.paymentsgate.io";
    private static final String SHOP = "https://secure.2checkout.com/checkout";

    @TempDir
    private Path folder;

    private final Set<String> produced = new TreeSet<>();
    private final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start());

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void messages_areThoseOfTheGuide() throws Exception {
        unusableConfigurations();
        warnings();
        refusals();
        try (CurrentConfiguration current = CurrentConfiguration.of(shop())) {
            RefusedClients.messages().forEach(this::note);
        }
        try (CurrentConfiguration current = CurrentConfiguration.of(
                Configured.account("partner").with(TestMerchants.borderlessPartner(URI.create(GATE))))) {
            note(RefusedClients.onAnotherThread(URI.create(GATE + "/contacts")));
        }
        failures();

        assertThat(produced)
                .isEqualTo(new TreeSet<>(Document.guide("troubleshooting").blocks("text").stream()
                        .map(String::strip)
                        .toList()));
    }

    private static Configured shop() {
        return Configured.account("shop-eu")
                .with("provider", "2checkout")
                .with("base-uri", SHOP)
                .with("merchant-code", "250111206876")
                .with("secret-word", "a secret word");
    }

    private Configured gate() {
        return Configured.account("gate")
                .with(TestMerchants.paymentsGate(sandbox.uri()))
                .with("base-uri", sandbox.uri().toString());
    }

    /** What is wrong with it, one by one. */
    private void problemOf(Configured configured) {
        try (CurrentConfiguration current = CurrentConfiguration.of(configured)) {
            String message = catchThrowable(AccessTokens::fromConfig).getMessage();
            assertThat(message).startsWith("paybearer cannot start");
            message.lines().skip(1).forEach(line -> note(line.replace("  - ", "")));
        }
    }

    private void unusableConfigurations() {
        problemOf(shop().with("secret-word", "a$$b"));
        problemOf(shop().with("base-uri", "https://payments_gate:8443"));
        problemOf(shop().with("secret-word", "").with("secret-word-file", "/run/secrets/secret-word"));
        problemOf(shop().with("base-uri", "http://shop.example"));
        problemOf(gate().with("public-key", TestMerchants.PRIVATE_PEM));
        problemOf(shop().with("provider", "2chekout"));
    }

    private void warnings() throws IOException {
        Path open = Files.writeString(folder.resolve("secret-word"), "a secret word");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Configured configured = shop().with("secret-word", "")
                .with("secret-word-file", open.toString())
                .with("rest-client", "signatures");
        try (CurrentConfiguration current = CurrentConfiguration.of(configured)) {
            said(AccessTokens::fromConfig).forEach(line -> note(line.replace(folder.toString(), "/run/secrets")));
        }
        try (CurrentConfiguration current = CurrentConfiguration.of(Configured.nothing())) {
            said(AccessTokens::fromConfig).forEach(this::note);
        }
    }

    private static List<String> said(Runnable work) {
        try (LogLines log = LogLines.of("io.paybearer")) {
            work.run();
            return log.lines();
        }
    }

    private void refusals() throws Exception {
        try (CurrentConfiguration current = CurrentConfiguration.of(Configured.nothing())) {
            note(() -> AccessTokens.fromConfig().get("shop-eu"));
        }
        Configured twice = shop().and("shop-us").with("provider", "2checkout").with("base-uri", SHOP);
        try (CurrentConfiguration current = CurrentConfiguration.of(
                twice.with("merchant-code", "250111206877").with("secret-word", "another"))) {
            note(() -> AccessTokens.fromConfig().get(""));
            note(() -> AccessTokens.fromConfig().get("shop-uk"));
            note(() -> get(SHOP + "/api/orders", PaybearerFeature.class));
        }
        try (CurrentConfiguration current = CurrentConfiguration.of(shop())) {
            note(() -> get("https://example.org/orders", PaybearerFeature.forAccount("shop-eu")));
            note(() -> get("https://secure.2checkout.com/other", PaybearerFeature.forAccount("shop-eu")));
            note(() -> get("http://secure.2checkout.com/checkout", PaybearerFeature.forAccount("shop-eu")));
            redirecting();
            note(() -> get(SHOP, PaybearerFeature.class, "shop.example"));
        }
        Configured partner = Configured.account("partner").with(TestMerchants.borderlessPartner(URI.create(GATE)));
        try (CurrentConfiguration current = CurrentConfiguration.of(partner)) {
            lineBreakInClientId();
        }
    }

    private void redirecting() {
        try (Client client = ((ResteasyClientBuilder) ClientBuilder.newBuilder())
                .setFollowRedirects(true)
                .build()
                .register(PaybearerFeature.class)) {
            note(() -> client.target(SHOP).request().get());
        }
    }

    private void lineBreakInClientId() {
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            note(() -> client.target(GATE + "/contacts")
                    .request()
                    .property(PaybearerProperties.CLIENT_ID, "cl_1\n")
                    .get());
        }
    }

    private static void get(String uri, Object feature) {
        get(uri, feature, URI.create(uri).getHost());
    }

    private static void get(String uri, Object feature, String host) {
        try (Client client = feature instanceof Class<?> type
                ? ClientBuilder.newClient().register(type)
                : ClientBuilder.newClient().register(feature)) {
            client.target(uri).request().header("Host", host).get();
        }
    }

    private void failures() throws Exception {
        sandbox.faults().always("/auth/token", Fault.status(503, Map.of("Retry-After", "600"), ""));
        try (CurrentConfiguration current = CurrentConfiguration.of(gate())) {
            said(() -> note(() -> AccessTokens.fromConfig().get("gate"))).forEach(this::note);
            note(() -> AccessTokens.fromConfig().get("gate"));
            Applications.close((Application) AccessTokens.fromConfig());
        }
        sandbox.faults().always("/auth/token", Fault.status(401));
        try (CurrentConfiguration current = CurrentConfiguration.of(gate())) {
            note(() -> AccessTokens.fromConfig().get("gate"));
        }
        for (Fault fault : List.of(
                Fault.redirect(302, "/login"),
                Fault.status(404),
                Fault.status(407),
                Fault.body("text/html; charset=utf-8", "<html><body>Welcome</body></html>"))) {
            sandbox.faults().always("/auth/token", fault);
            try (CurrentConfiguration current = CurrentConfiguration.of(gate())) {
                note(() -> AccessTokens.fromConfig().get("gate"));
            }
        }
        sandbox.faults().clear();
        try (CurrentConfiguration current = CurrentConfiguration.of(gate())) {
            onAnEventLoop();
            Application ended = (Application) AccessTokens.fromConfig();
            ended.close();
            note(() -> ended.get("gate"));
        }
        sandbox.close();
        try (CurrentConfiguration current = CurrentConfiguration.of(gate())) {
            note(() -> AccessTokens.fromConfig().get("gate"));
        }
    }

    private void onAnEventLoop() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AccessTokens tokens = AccessTokens.fromConfig();
        Thread loop =
                new Thread(() -> failure.set(catchThrowable(() -> tokens.get("gate"))), "vert.x-eventloop-thread-0");
        loop.start();
        loop.join();
        note(failure.get().getMessage());
    }

    private void note(Runnable attempt) {
        Throwable failure = catchThrowable(attempt::run);
        assertThat(failure).isNotNull();
        note(failure.getMessage());
    }

    private void note(String message) {
        produced.add(message.replaceAll("allowed in \\d+ s", "allowed in 30 s")
                .lines()
                .map(line -> line.replace(sandbox.uri().toString(), GATE))
                .collect(Collectors.joining("\n"))
                .strip());
    }
}
