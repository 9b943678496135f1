// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The jar in an application in a server: every way in which an account comes to a call. */
class ServerIT extends ServerTest {

    private static final String OTHER = "other";

    @Deployment(name = OTHER, testable = false, managed = false, order = 3)
    static WebArchive otherApplication() {
        return Archives.applicationForChild(OTHER, "cl_1");
    }

    @Test
    void everyWay_carriesTheCredential() {
        deployed(() -> {
            answers("annotated-interface", PAYIN);
            answers("async", PAYIN);
            answers("get", "/deals/1");
            answers("annotated-method", "/payments");
            answers("listed", SIGNATURE);
            answers("provided", "/payments");
            answers("injected-client", SIGNATURE);
            answers("injected-target", "/contacts");
            answers("plain", "/payments");
            answers("plain-async", "/payments");
            answers("movable", SIGNATURE);
            assertThat(run("tokens")).startsWith("Bearer ey");
            assertThat(sandbox.tokenCalls()).isEqualTo(1);
        });
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
        deployed(() -> forms.forEach((scenario, child) -> {
            assertThat(run(scenario)).as(scenario).contains(child);
            assertThat(acceptedLast().header("Client-Id")).as(scenario).containsExactly(child);
        }));
    }

    @Test
    void callToAnotherPlace_isRefusedBeforeAnyByteLeaves() {
        deployed(() -> assertThat(run("elsewhere"))
                .contains("io.paybearer.RequestRefusedException")
                .contains("paybearer.account.gate.base-uri"));
        assertThat(sandbox.received()).isEmpty();
    }

    /** A token under five seconds old is not given up, so the provider takes its time to refuse it. */
    @Test
    void unauthorized_isReplayedOnce_withANewToken() {
        deployed(() -> {
            sandbox.faults().next(PAYIN, Fault.status(401).after(Duration.ofMillis(5_100)));

            assertThat(run("annotated-interface")).doesNotStartWith("failed").contains("actedFor");
        });
        List<ReceivedRequest> calls = sandbox.received().stream()
                .filter(request -> request.path().equals(PAYIN))
                .toList();
        assertThat(calls).extracting(ReceivedRequest::status).containsExactly(401, 200);
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(calls.get(1).header("Authorization"))
                .isNotEqualTo(calls.get(0).header("Authorization"));
        assertThat(sandbox.tokenCalls()).isEqualTo(2);
    }

    @Test
    void backgroundWork_runsOnThreadsOfTheServer() {
        notOn("tomee", "its managed executor cannot be looked up yet when an application starts");
        deployed(() -> {
            sandbox.faults().next("/auth/token", Fault.delay(Duration.ofMillis(500)));

            assertThat(run("background")).doesNotStartWith("failed").doesNotContain("paybearer");
        });
    }

    @Test
    void twoWars_haveAccountsOfTheirOwn() {
        deployed(() -> {
            deployed(OTHER, () -> {
                answers("annotated-interface", PAYIN);
                server.run(OTHER, "annotated-interface");
                acceptedLast();
                assertThat(sandbox.tokenCalls()).isEqualTo(2);
                assertThat(run("child-by-key")).contains("cl_5");
                assertThat(server.run(OTHER, "child-by-key")).contains("cl_1");
            });
            answers("annotated-interface", PAYIN);
            assertThat(sandbox.tokenCalls()).isEqualTo(2);
        });
    }
}
