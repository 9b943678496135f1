// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import io.paybearer.sandbox.TwoCheckoutMerchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The jar in an application that runs by itself: every way in which an account comes to a call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StandaloneScenarios {

    static final String PAYIN = "/deals/payin";
    private static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";

    final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start())
            .register(new TwoCheckoutMerchant(TestMerchants.MERCHANT_CODE, "a Buy-link secret word"));

    private StandaloneApplication application;

    @BeforeAll
    final void startApplication() {
        application = StandaloneApplication.start(outside(Map.of()), Map.of());
    }

    @AfterAll
    final void stop() {
        application.close();
        sandbox.close();
    }

    @AfterEach
    final void clear() {
        sandbox.faults().clear();
        sandbox.clear();
    }

    /** What the operator sets, and some more. */
    final Map<String, String> outside(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "sandbox.uri",
                sandbox.uri().toString(),
                "paybearer.account.gate.public-key",
                TestMerchants.base64(TestMerchants.PUBLIC_PEM)));
        properties.putAll(more);
        return properties;
    }

    static String run(StandaloneApplication application, String scenario) {
        return application.call("POST", "scenarios/" + scenario);
    }

    final String run(String scenario) {
        return run(application, scenario);
    }

    final String call(String path) {
        return application.call("POST", path);
    }

    final ReceivedRequest acceptedLast() {
        List<ReceivedRequest> received = sandbox.received();
        assertThat(received).isNotEmpty();
        ReceivedRequest last = received.get(received.size() - 1);
        assertThat(last.verdict()).as("%s", last).isEqualTo("accepted");
        return last;
    }

    private void answers(StandaloneApplication asked, String scenario, String path) {
        String answer = run(asked, scenario);
        assertThat(answer).as(scenario).doesNotStartWith("failed").isNotEmpty();
        ReceivedRequest call = acceptedLast();
        assertThat(call.path()).as(scenario).isEqualTo(path);
        assertThat(call.header("Authorization")).as(scenario).hasSize(1);
        assertThat(call.header("merchant-token")).as(scenario).hasSize(path.equals(SIGNATURE) ? 1 : 0);
    }

    @Test
    void jar_isTheOneThatWasJustBuilt() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("it.libraries")))) {
            assertThat(files.filter(file -> file.getFileName().toString().contains("paybearer-")))
                    .singleElement()
                    .satisfies(jar ->
                            assertThat(jar).hasSameBinaryContentAs(Path.of(System.getProperty("it.just-built"))));
        }
    }

    @Test
    void everyWay_carriesTheCredential() {
        Map<String, String> ways = Map.ofEntries(
                Map.entry("annotated-interface", PAYIN),
                Map.entry("async", PAYIN),
                Map.entry("get", "/deals/1"),
                Map.entry("annotated-method", "/payments"),
                Map.entry("listed", SIGNATURE),
                Map.entry("provided", "/payments"),
                Map.entry("injected-client", SIGNATURE),
                Map.entry("injected-target", "/contacts"),
                Map.entry("plain", "/payments"),
                Map.entry("plain-async", "/payments"),
                Map.entry("movable", SIGNATURE));
        ways.forEach((scenario, path) -> answers(application, scenario, path));
        assertThat(run("tokens")).startsWith("Bearer ey");
        assertThat(run("background")).doesNotStartWith("failed");
        assertThat(sandbox.tokenCalls()).isLessThanOrEqualTo(1);
    }

    @Test
    void childAccounts_areSaidInEveryForm() {
        Map<String, String> forms = Map.of(
                "child-by-key", "cl_5",
                "child-by-resolver", "cl_4",
                "child-on-interface", "cl_3",
                "child-on-method", "cl_2",
                "child-by-header", "cl_1",
                "child-by-property", "cl_1");
        forms.forEach((scenario, child) -> {
            assertThat(run(scenario)).as(scenario).contains(child);
            assertThat(acceptedLast().header("Client-Id")).as(scenario).containsExactly(child);
        });
    }

    @Test
    void callToAnotherPlace_isRefusedBeforeAnyByteLeaves() {
        assertThat(run("elsewhere"))
                .contains("io.paybearer.RequestRefusedException")
                .contains("paybearer.account.gate.base-uri");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void configurationOutside_winsOverTheApplications() {
        try (StandaloneApplication other = StandaloneApplication.start(
                outside(Map.of("paybearer.account.partner.client-id", "cl_2")),
                Map.of("PAYBEARER_ACCOUNT_LESS_TOKEN_HEADERS", "X-Token"))) {
            assertThat(run(other, "child-by-key")).contains("cl_2");
            run(other, "plain");
            assertThat(sandbox.received())
                    .last()
                    .satisfies(call -> assertThat(call.header("X-Token")).hasSize(1));
        }
    }

    @Test
    void sameApplication_isMovedToAnotherProviderFromOutside() {
        answers(application, "movable", SIGNATURE);
        Map<String, String> moved = Map.of(
                "movable/mp-rest/url",
                sandbox.uri() + "/payments",
                "paybearer.account.main.provider",
                "borderless",
                "paybearer.account.main.base-uri",
                sandbox.uri() + "/payments",
                "paybearer.account.main.issuer-id",
                TestMerchants.ISSUER_ID,
                "paybearer.account.main.secret-key",
                TestMerchants.SECRET_KEY);
        try (StandaloneApplication other = StandaloneApplication.start(outside(moved), Map.of())) {
            answers(other, "movable", "/payments");
        }
    }

    @Test
    void misconfiguredAccount_failsTheStart() {
        try (StandaloneApplication faulty = StandaloneApplication.launch(
                outside(Map.of("paybearer.account.gate.provider", "paymentgate")), Map.of())) {
            assertThat(faulty.outputAtEnd())
                    .contains("paybearer.account.gate.provider: there is no provider 'paymentgate'");
            assertThat(faulty.exitCode()).isNotZero();
        }
    }

    /** The provider refuses a token that is not too young to be given up, once. */
    final void refuseOnce() {
        sandbox.faults().next(PAYIN, Fault.status(401).after(Duration.ofMillis(5_100)));
    }

    final void assertCalledAgainWithANewToken() {
        List<ReceivedRequest> calls = sandbox.received().stream()
                .filter(request -> request.path().equals(PAYIN))
                .toList();
        assertThat(calls).extracting(ReceivedRequest::status).containsExactly(401, 200);
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(calls.get(1).header("Authorization"))
                .isNotEqualTo(calls.get(0).header("Authorization"));
    }
}
