package io.paybearer.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import io.paybearer.sandbox.TwoCheckoutMerchant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The jar in an application in a server: every way in which an account comes to a call. */
@ExtendWith(ArquillianExtension.class)
class ServerIT {

    private static final String APP = "app";
    private static final String OTHER = "other";
    private static final String PAYIN = "/deals/payin";
    private static final int ROUNDS = 5;
    private static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";

    private static final PaymentSandbox SANDBOX = TestMerchants.register(PaymentSandbox.start())
            .register(new TwoCheckoutMerchant(TestMerchants.MERCHANT_CODE, "a Buy-link secret word"));

    private static final Map<String, String> OUTSIDE = Map.of(
            "sandbox.uri",
            SANDBOX.uri().toString(),
            "paybearer.account.gate.public-key",
            TestMerchants.base64(TestMerchants.PUBLIC_PEM));

    private final Server server = new Server();

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "operator", testable = false, order = 1)
    static WebArchive operator() {
        return Archives.operator();
    }

    @Deployment(name = APP, testable = false, managed = false, order = 2)
    static WebArchive application() {
        return Archives.application(APP);
    }

    @Deployment(name = OTHER, testable = false, managed = false, order = 3)
    static WebArchive otherApplication() {
        return Archives.applicationForChild(OTHER, "cl_1");
    }

    @AfterAll
    static void closeSandbox() {
        SANDBOX.close();
    }

    @BeforeEach
    void configure() {
        server.configure(OUTSIDE);
        SANDBOX.clear();
    }

    @AfterEach
    void restore() {
        server.restoreAll();
        SANDBOX.faults().clear();
    }

    private String run(String scenario) {
        return server.run(APP, scenario);
    }

    private ReceivedRequest acceptedLast() {
        List<ReceivedRequest> received = SANDBOX.received();
        assertThat(received).isNotEmpty();
        ReceivedRequest last = received.get(received.size() - 1);
        assertThat(last.verdict()).as("%s", last).isEqualTo("accepted");
        return last;
    }

    private void deployed(Runnable checks) {
        deployer.deploy(APP);
        try {
            checks.run();
        } finally {
            deployer.undeploy(APP);
        }
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
            assertThat(SANDBOX.tokenCalls()).isEqualTo(1);
        });
    }

    private void answers(String scenario, String path) {
        String answer = run(scenario);
        assertThat(answer).as(scenario).doesNotStartWith("failed").isNotEmpty();
        ReceivedRequest call = acceptedLast();
        assertThat(call.path()).as(scenario).isEqualTo(path);
        assertThat(call.header("Authorization")).as(scenario).hasSize(1);
        assertThat(call.header("merchant-token")).as(scenario).hasSize(path.equals(SIGNATURE) ? 1 : 0);
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
        assertThat(SANDBOX.received()).isEmpty();
    }

    /** A token under five seconds old is not given up, so the provider takes its time to refuse it. */
    @Test
    void unauthorized_isReplayedOnce_withANewToken() {
        deployed(() -> {
            SANDBOX.faults().next(PAYIN, Fault.status(401).after(Duration.ofMillis(5_100)));

            assertThat(run("annotated-interface")).doesNotStartWith("failed").contains("actedFor");
        });
        List<ReceivedRequest> calls = SANDBOX.received().stream()
                .filter(request -> request.path().equals(PAYIN))
                .toList();
        assertThat(calls).extracting(ReceivedRequest::status).containsExactly(401, 200);
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(calls.get(1).header("Authorization"))
                .isNotEqualTo(calls.get(0).header("Authorization"));
        assertThat(SANDBOX.tokenCalls()).isEqualTo(2);
    }

    @Test
    void backgroundWork_runsOnThreadsOfTheServer() {
        deployed(() -> {
            SANDBOX.faults().next("/auth/token", Fault.delay(Duration.ofMillis(500)));

            assertThat(run("background")).doesNotStartWith("failed").doesNotContain("paybearer");
        });
    }

    @Test
    void twoWars_haveAccountsOfTheirOwn() {
        deployed(() -> {
            deployer.deploy(OTHER);
            try {
                answers("annotated-interface", PAYIN);
                server.run(OTHER, "annotated-interface");
                acceptedLast();
                assertThat(SANDBOX.tokenCalls()).isEqualTo(2);
                assertThat(run("child-by-key")).contains("cl_5");
                assertThat(server.run(OTHER, "child-by-key")).contains("cl_1");
            } finally {
                deployer.undeploy(OTHER);
            }
            answers("annotated-interface", PAYIN);
            assertThat(SANDBOX.tokenCalls()).isEqualTo(2);
        });
    }

    @Test
    void undeployment_leavesNoThread() {
        for (int round = 0; round < ROUNDS; round++) {
            deployed(() -> {
                answers("annotated-interface", PAYIN);
                answers("injected-target", "/contacts");
                assertThat(run("background")).doesNotStartWith("failed");
            });
        }
        assertThat(server.threadsOfOurs()).isEmpty();
    }

    @Test
    void configurationOutside_winsOverTheWars() {
        server.configure(Map.of("paybearer.account.partner.client-id", "cl_2"));
        deployed(() -> {
            assertThat(run("child-by-key")).contains("cl_2");
            assertThat(acceptedLast().header("Client-Id")).containsExactly("cl_2");
        });
    }

    @Test
    void sameWar_isMovedToAnotherProviderFromOutside() {
        deployed(() -> answers("movable", SIGNATURE));
        server.configure(Map.of(
                "movable/mp-rest/url",
                SANDBOX.uri() + "/payments",
                "paybearer.account.main.provider",
                "borderless",
                "paybearer.account.main.base-uri",
                SANDBOX.uri() + "/payments",
                "paybearer.account.main.issuer-id",
                TestMerchants.ISSUER_ID,
                "paybearer.account.main.secret-key",
                TestMerchants.SECRET_KEY));
        deployed(() -> answers("movable", "/payments"));
    }

    @Test
    void misconfiguredAccount_failsTheDeployment_andTheServerGoesOn() {
        Map<String, String> mistake = Map.of("paybearer.account.gate.provider", "paymentgate");
        server.configure(mistake);
        assertThatThrownBy(() -> deployer.deploy(APP))
                .satisfies(
                        failure -> assertThat(Server.log()).contains("paybearer.account.gate.provider: there is no"));
        server.restore(mistake);
        deployer.deploy(OTHER);
        try {
            assertThat(server.run(OTHER, "annotated-interface")).contains("actedFor");
        } finally {
            deployer.undeploy(OTHER);
        }
    }
}
