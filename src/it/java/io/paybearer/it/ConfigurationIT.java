// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static io.paybearer.it.ProviderChecks.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Configuration that comes from outside the application. */
class ConfigurationIT extends ServerTest {

    private static final String MISTAKEN = "mistaken";
    private static final Map<String, String> MISTAKE = Map.of("paybearer.account.gate.provider", "paymentgate");
    private static final String PROBLEM = "paybearer.account.gate.provider: there is no";

    /** The same as the application; Open Liberty's connector stumbles over one name that fails and then does not. */
    @Deployment(name = MISTAKEN, testable = false, managed = false, order = 3)
    static WebArchive mistaken() {
        return Archives.application(MISTAKEN);
    }

    @Test
    void systemProperty_winsOverTheWarsFile() {
        server.configure(Map.of("paybearer.account.partner.client-id", "cl_2"));
        deployed(() -> {
            assertThat(run("child-by-key")).contains("cl_2");
            assertThat(checks().acceptedLast().header("Client-Id")).containsExactly("cl_2");
        });
    }

    /** The WAR has another secret key than the sandbox, which verifies the signature. */
    @Test
    void environmentVariable_winsOverTheWarsFile() {
        deployed(() -> checks().answers("annotated-method", "/payments"));
    }

    /** Its sample in config-samples is part of the server that is started. */
    @Test
    void configurationFileOfTheServer_configuresAnAccount() {
        deployed(() -> checks().answers("account-of-the-server", SIGNATURE));
    }

    @Test
    void sameWar_isMovedToAnotherProviderFromOutside() {
        deployed(() -> checks().answers("movable", SIGNATURE));
        server.configure(ProviderChecks.movedToBorderless(sandbox));
        deployed(() -> checks().answers("movable", "/payments"));
    }

    @Test
    void misconfiguredAccount_failsTheDeployment_andTheServerGoesOn() {
        assumeTrue(Archives.BRING_THE_JAR, "a server does not tell a jar of its own that an application starts");
        server.configure(MISTAKE);
        assertThatThrownBy(() -> deployer.deploy(MISTAKEN))
                .satisfies(failure -> assertThat(Server.log()).contains(PROBLEM));
        server.restore(MISTAKE);
        deployed(() -> assertThat(run("annotated-interface")).contains("actedFor"));
    }

    @Test
    void misconfiguredAccount_failsTheFirstCall_whereTheServerHasTheJar() {
        assumeFalse(Archives.BRING_THE_JAR, "the deployment fails");
        server.configure(MISTAKE);
        deployed(
                MISTAKEN,
                () -> assertThatThrownBy(() -> server.run(MISTAKEN, "annotated-interface"))
                        .satisfies(failure ->
                                assertThat(failure.getMessage() + Server.log()).contains(PROBLEM)));
        assertThat(sandbox.received()).isEmpty();
        server.restore(MISTAKE);
        deployed(() -> assertThat(run("annotated-interface")).contains("actedFor"));
    }
}
