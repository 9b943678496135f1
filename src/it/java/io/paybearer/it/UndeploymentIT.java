// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static io.paybearer.it.ProviderChecks.PAYIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.it.app.Root;
import io.paybearer.it.bystander.Maker;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What stays in a server when an application has gone. */
class UndeploymentIT extends ServerTest {

    private static final String BARE = "bare";
    private static final String LISTENING = "listening";
    /** Fewer where a round takes long. */
    private static final int ROUNDS = Server.NAME.equals("wildfly") && Archives.BRING_THE_JAR ? 20 : 5;

    @Deployment(name = BARE, testable = false, managed = false, order = 3)
    static WebArchive bare() {
        return Archives.bystander(BARE);
    }

    @Deployment(name = LISTENING, testable = false, managed = false, order = 4)
    static WebArchive listening() {
        return Archives.bystanderWithListener(LISTENING);
    }

    @Test
    void undeployment_leavesNoThread() {
        for (int round = 0; round < ROUNDS; round++) {
            deployed(() -> {
                checks().answers("annotated-interface", PAYIN);
                checks().answers("injected-target", "/contacts");
                assertThat(run("background")).doesNotStartWith("failed");
            });
        }
        assertThat(server.threadsOfOurs()).isEmpty();
    }

    /** Where the WAR has the jar, it stays at most where one without it stays too; where the server has the jar, nowhere. */
    @Test
    void classLoader_goes_unlessTheServerKeepsAny() {
        boolean anyIsKept = Archives.BRING_THE_JAR && isKept(BARE, "make-client", Maker.class);

        boolean keptWithTheJarAlone = isKept(APP, "annotated-interface", Root.class) && !anyIsKept;

        assertThat(keptWithTheJarAlone).isFalse();
    }

    /** RESTEasy keeps the listeners of a WAR for good, whoever's they are, unless they are taken out as ours are. */
    @Test
    void classLoader_isKeptByTheListener() {
        notOn("openliberty", "it keeps the application without a listener too");
        notOn("openliberty-library", "it keeps the application without a listener too");
        notOn("tomee", "it keeps the application without a listener too");
        notOn("payara", "its Jersey keeps no listeners");

        assertThat(isKept(BARE, "make-client", Maker.class)).isFalse();
        assertThat(isKept(LISTENING, "make-client", Maker.class)).isTrue();
    }

    /** Whether the class loader of an application that was called once is still there after undeployment. */
    private boolean isKept(String application, String scenario, Class<?> type) {
        long before = server.loadersOf(type);
        deployed(application, () -> server.run(application, scenario));
        return server.loadersOf(type) > before;
    }
}
