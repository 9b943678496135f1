// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import static io.paybearer.it.ProviderChecks.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.TestMerchants;
import io.paybearer.it.ProviderChecks;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.TwoCheckoutMerchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

    final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start())
            .register(new TwoCheckoutMerchant(TestMerchants.MERCHANT_CODE, ProviderChecks.WORD));

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

    final ProviderChecks checks() {
        return checks(application);
    }

    private ProviderChecks checks(StandaloneApplication asked) {
        return new ProviderChecks(sandbox, scenario -> run(asked, scenario));
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
        checks().everyWayCarriesTheCredential();
        assertThat(run("background")).doesNotStartWith("failed");
        assertThat(sandbox.tokenCalls()).isLessThanOrEqualTo(1);
    }

    @Test
    void childAccounts_areSaidInEveryForm() {
        checks().childAccountsAreSaidInEveryForm();
    }

    @Test
    void callToAnotherPlace_isRefusedBeforeAnyByteLeaves() {
        checks().callToAnotherPlaceIsRefused();
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
        checks().answers("movable", SIGNATURE);
        Map<String, String> moved = outside(ProviderChecks.movedToBorderless(sandbox));
        try (StandaloneApplication other = StandaloneApplication.start(moved, Map.of())) {
            checks(other).answers("movable", "/payments");
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
}
