// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static io.paybearer.it.ProviderChecks.WORD;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.paybearer.harness.Configured;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.TwoCheckoutMerchant;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test in a server: the sandbox runs beside it, the application is deployed by each test. */
@ExtendWith(ArquillianExtension.class)
abstract class ServerTest {

    static final String APP = "app";

    /** The secret of the account in the server's own configuration file. */
    static final String WORD_FILE = Configured.secretFile(WORD);

    static PaymentSandbox sandbox;

    final Server server = new Server();

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "operator", testable = false, order = 1)
    static WebArchive operator() {
        return Archives.operator();
    }

    @Deployment(name = APP, testable = false, managed = false, order = 2)
    static WebArchive application() {
        return Archives.application(APP);
    }

    @BeforeAll
    static void startSandbox() {
        sandbox = TestMerchants.register(PaymentSandbox.start())
                .register(new TwoCheckoutMerchant(TestMerchants.MERCHANT_CODE, WORD))
                .register(new TwoCheckoutMerchant("250111206877", WORD));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    /** What whoever runs the server knows: where the sandbox is, and the secrets of the server's own configuration file. */
    @BeforeEach
    void configure() {
        server.configure(Map.of(
                "sandbox.uri",
                sandbox.uri().toString(),
                "paybearer.account.gate.public-key",
                TestMerchants.base64(TestMerchants.PUBLIC_PEM),
                "paybearer.account.shop-eu.base-uri",
                sandbox.uri() + "/checkout/api/encrypt/generate",
                "paybearer.account.shop-eu.secret-word-file",
                WORD_FILE));
        sandbox.clear();
    }

    @AfterEach
    void restore() {
        server.restoreAll();
        sandbox.faults().clear();
    }

    /** A test that this server cannot pass, and why. */
    static void notOn(String unable, String reason) {
        assumeFalse(Server.NAME.equals(unable), () -> unable + ": " + reason);
    }

    void deployed(Runnable checks) {
        deployed(APP, checks);
    }

    void deployed(String name, Runnable checks) {
        deployer.deploy(name);
        try {
            checks.run();
        } finally {
            deployer.undeploy(name);
        }
    }

    String run(String scenario) {
        return server.run(APP, scenario);
    }

    ProviderChecks checks() {
        return new ProviderChecks(sandbox, this::run);
    }
}
