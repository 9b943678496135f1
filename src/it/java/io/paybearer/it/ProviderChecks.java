// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Runs scenarios of the test application, wherever it is, and checks what the providers have received. */
public final class ProviderChecks {

    public static final String PAYIN = "/deals/payin";
    public static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";

    /** The secret word of 2Checkout's account in the configuration files of servers and of applications. */
    public static final String WORD = "a Buy-link secret word";

    private static final Map<String, String> PATHS = Map.ofEntries(
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

    private static final Map<String, String> CHILDREN = Map.of(
            "child-by-key", "cl_5",
            "child-by-resolver", "cl_4",
            "child-on-interface", "cl_3",
            "child-on-method", "cl_2",
            "child-by-header", "cl_1",
            "child-by-property", "cl_1");

    private final PaymentSandbox sandbox;
    private final UnaryOperator<String> application;

    /** The application answers the name of a scenario with what came of it. */
    public ProviderChecks(PaymentSandbox sandbox, UnaryOperator<String> application) {
        this.sandbox = sandbox;
        this.application = application;
    }

    /** What an operator sets to move the client {@code movable} from 2Checkout to borderless. */
    public static Map<String, String> movedToBorderless(PaymentSandbox sandbox) {
        return Map.of(
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
    }

    public void everyWayCarriesTheCredential() {
        PATHS.forEach(this::answers);
        assertThat(application.apply("tokens")).startsWith("Bearer ey");
        assertThat(sandbox.tokenCalls()).isLessThanOrEqualTo(1);
    }

    public void childAccountsAreSaidInEveryForm() {
        CHILDREN.forEach((scenario, child) -> {
            assertThat(application.apply(scenario)).as(scenario).contains(child);
            assertThat(acceptedLast().header("Client-Id")).as(scenario).containsExactly(child);
        });
    }

    public void callToAnotherPlaceIsRefused() {
        assertThat(application.apply("elsewhere"))
                .contains("io.paybearer.RequestRefusedException")
                .contains("paybearer.account.gate.base-uri");
        assertThat(sandbox.received()).isEmpty();
    }

    /** The scenario succeeds, and its call has reached this path with one credential. */
    public void answers(String scenario, String path) {
        String answer = application.apply(scenario);
        assertThat(answer).as(scenario).doesNotStartWith("failed").isNotEmpty();
        ReceivedRequest call = acceptedLast();
        assertThat(call.path()).as(scenario).isEqualTo(path);
        assertThat(call.header("Authorization")).as(scenario).hasSize(1);
        assertThat(call.header("merchant-token")).as(scenario).hasSize(path.equals(SIGNATURE) ? 1 : 0);
    }

    public ReceivedRequest acceptedLast() {
        List<ReceivedRequest> received = sandbox.received();
        assertThat(received).isNotEmpty();
        ReceivedRequest last = received.get(received.size() - 1);
        assertThat(last.verdict()).as("%s", last).isEqualTo("accepted");
        return last;
    }

    /** Has the provider refuse the next token, after the five seconds in which a token is too young to be given up. */
    public void refuseOnce() {
        sandbox.faults().next(PAYIN, Fault.status(401).after(Duration.ofMillis(5_100)));
    }

    public void calledAgainWithANewToken() {
        List<ReceivedRequest> calls = sandbox.received().stream()
                .filter(request -> request.path().equals(PAYIN))
                .toList();
        assertThat(calls).extracting(ReceivedRequest::status).containsExactly(401, 200);
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(calls.get(1).header("Authorization"))
                .isNotEqualTo(calls.get(0).header("Authorization"));
    }
}
