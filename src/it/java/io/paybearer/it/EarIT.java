// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Two WARs in an EAR that has the jar in its lib. */
class EarIT extends ServerTest {

    private static final String EAR = "ear";

    @Deployment(name = EAR, testable = false, managed = false, order = 3)
    static EnterpriseArchive ear() {
        return Archives.ear(EAR);
    }

    @Test
    void twoWars_shareTheJar_andHaveAccountsOfTheirOwn() {
        notOn("openliberty", "it refuses an EAR for the same reason, though not each time: 'Bean name is ambiguous'");
        ear(() -> {
            for (String war : List.of("first", "second", "first")) {
                assertThat(server.run(war, "tokens")).as(war).startsWith("Bearer ey");
                assertThat(server.run(war, "injected-client")).as(war).doesNotStartWith("failed");
                assertThat(server.run(war, "background")).as(war).doesNotStartWith("failed");
            }
            assertThat(sandbox.tokenCalls()).isEqualTo(2);
            Map.of("first", "cl_5", "second", "cl_1").forEach((war, child) -> {
                assertThat(server.run(war, "child-by-key")).as(war).contains(child);
                assertThat(server.run(war, "injected-target")).as(war).contains(child);
                assertThat(server.run(war, "child-by-resolver")).as(war).contains("cl_4");
            });
        });
        assertThat(server.threadsOfOurs()).isEmpty();
    }

    @Test
    void typedClients_haveTheAccountsOfTheirWar() {
        notOn("wildfly", "its RESTEasy takes Rest Clients of one name in two WARs of an EAR for the same");
        notOn("openliberty", "its RESTEasy takes Rest Clients of one name in two WARs of an EAR for the same");
        ear(() -> {
            for (String war : List.of("first", "second", "first")) {
                assertThat(server.run(war, "annotated-interface")).as(war).contains("actedFor");
                assertThat(server.run(war, "listed")).as(war).doesNotStartWith("failed");
            }
            assertThat(sandbox.tokenCalls()).isEqualTo(2);
        });
    }

    private void ear(Runnable checks) {
        notOn("payara", "Payara Micro deploys no EAR");
        assumeTrue(Archives.BRING_THE_JAR, "the jar is the server's, not the EAR's");
        deployed(EAR, checks);
    }
}
