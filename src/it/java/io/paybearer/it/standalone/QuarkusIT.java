// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import static io.paybearer.it.ProviderChecks.PAYIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Quarkus: what is different there are a 401 and callers on an event loop. */
class QuarkusIT extends StandaloneScenarios {

    private static final int MORE_THAN_EVENT_LOOPS = 20;

    @Test
    void unauthorized_isTheAnswer_andTheNextCallHasANewToken() {
        checks().refuseOnce();

        assertThat(run("annotated-interface")).startsWith("failed").contains("401");
        assertThat(run("annotated-interface")).contains("actedFor");
        checks().calledAgainWithANewToken();
    }

    @Test
    void unauthorized_isRetriedByFaultTolerance() {
        checks().refuseOnce();

        assertThat(call("quarkus/retried")).contains("actedFor");
        checks().calledAgainWithANewToken();
    }

    @Test
    void callerOnAnEventLoop_isToldThatThereIsNoToken_andNeverBlocked() {
        Map<String, String> patient = outside(Map.of("paybearer.account.gate.read-timeout", "60s"));
        try (StandaloneApplication fresh = StandaloneApplication.start(patient, Map.of())) {
            Gate gate = new Gate();
            sandbox.faults().next("/auth/token", Fault.hold(gate));

            assertThat(fresh.call("POST", "quarkus/event-loop"))
                    .startsWith("vert.x-eventloop-thread-")
                    .contains("io.paybearer.TokenUnavailableException")
                    .contains("AccessTokens.getAsync");
            for (int i = 0; i < MORE_THAN_EVENT_LOOPS; i++) {
                assertThat(fresh.call("GET", "quarkus/alive")).startsWith("vert.x-eventloop-thread-");
            }
            gate.open();
            assertThat(run(fresh, "background")).doesNotStartWith("failed");
            assertThat(fresh.call("POST", "quarkus/event-loop"))
                    .startsWith("vert.x-eventloop-thread-")
                    .contains("actedFor");
            assertThat(sandbox.tokenCalls()).isEqualTo(1);
            assertThat(sandbox.received()).noneMatch(call -> call.path().equals(PAYIN) && call.status() != 200);
        }
    }

    @Test
    void callerOnAnEventLoop_getsATokenThatIsMintedHere() {
        assertThat(call("quarkus/event-loop-minted"))
                .startsWith("vert.x-eventloop-thread-")
                .contains("actedFor");
    }
}
