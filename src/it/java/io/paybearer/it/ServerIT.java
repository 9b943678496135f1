// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static io.paybearer.it.ProviderChecks.PAYIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import java.time.Duration;
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
            checks().everyWayCarriesTheCredential();
            assertThat(sandbox.tokenCalls()).isEqualTo(1);
        });
    }

    @Test
    void childAccounts_areSaidInEveryForm() {
        deployed(() -> checks().childAccountsAreSaidInEveryForm());
    }

    @Test
    void callToAnotherPlace_isRefusedBeforeAnyByteLeaves() {
        deployed(() -> checks().callToAnotherPlaceIsRefused());
    }

    @Test
    void unauthorized_isReplayedOnce_withANewToken() {
        notOn("tomee", "CXF 3.5 sends by a conduit whose second request was not compared with the first");
        deployed(() -> {
            checks().refuseOnce();

            assertThat(run("annotated-interface")).doesNotStartWith("failed").contains("actedFor");
        });
        checks().calledAgainWithANewToken();
        assertThat(sandbox.tokenCalls()).isEqualTo(2);
    }

    @Test
    void futureOfAToken_isCompletedOnAThreadThatNobodyElseNeeds() {
        deployed(() -> {
            sandbox.faults().next("/auth/token", Fault.delay(Duration.ofMillis(500)));

            assertThat(run("background")).isEqualTo("paybearer-async");
        });
    }

    @Test
    void twoWars_haveAccountsOfTheirOwn() {
        deployed(() -> {
            deployed(OTHER, () -> {
                checks().answers("annotated-interface", PAYIN);
                server.run(OTHER, "annotated-interface");
                checks().acceptedLast();
                assertThat(sandbox.tokenCalls()).isEqualTo(2);
                assertThat(run("child-by-key")).contains("cl_5");
                assertThat(server.run(OTHER, "child-by-key")).contains("cl_1");
            });
            checks().answers("annotated-interface", PAYIN);
            assertThat(sandbox.tokenCalls()).isEqualTo(2);
        });
    }
}
