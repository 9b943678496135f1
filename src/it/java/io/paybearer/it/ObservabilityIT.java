// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.TwoCheckoutMerchant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server with MicroProfile Health and Telemetry, seen from outside. */
@ExtendWith(ArquillianExtension.class)
class ObservabilityIT {

    private static final String APP = "observed";
    private static final boolean LIBERTY = "openliberty".equals(System.getProperty("arquillian.launch"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final OtlpReceiver receiver = new OtlpReceiver();
    private final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start())
            .register(new TwoCheckoutMerchant(TestMerchants.MERCHANT_CODE, ProviderChecks.WORD));

    @ArquillianResource
    private Deployer deployer;

    private LibertyApplication liberty;

    @Deployment(name = "operator", testable = false, order = 1)
    static WebArchive operator() {
        return Archives.operator();
    }

    @Deployment(name = APP, testable = false, managed = false, order = 2)
    static WebArchive application() {
        return Archives.application(APP);
    }

    @BeforeEach
    void deploy() throws Exception {
        server.configure(Map.of(
                "sandbox.uri", sandbox.uri().toString(),
                "paybearer.account.gate.public-key", TestMerchants.base64(TestMerchants.PUBLIC_PEM),
                "paybearer.account.shop-eu.secret-word-file", ServerTest.WORD_FILE,
                "otel.sdk.disabled", "false",
                "otel.logs.exporter", "none",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.endpoint", receiver.uri().toString(),
                "otel.metric.export.interval", "500",
                "otel.bsp.schedule.delay", "500"));
        if (LIBERTY) {
            liberty = new LibertyApplication(APP, application());
        } else {
            deployer.deploy(APP);
        }
    }

    @AfterEach
    void undeploy() throws Exception {
        if (liberty == null) {
            deployer.undeploy(APP);
        } else {
            liberty.close();
        }
        server.restoreAll();
        sandbox.close();
        receiver.close();
    }

    private HttpResponse<String> readiness() throws IOException, InterruptedException {
        URI ready = URI.create(System.getProperty("it.health.uri"));
        return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofString());
    }

    private static String withoutSpaces(HttpResponse<String> response) {
        return response.body().replaceAll("\\s+", "");
    }

    @Test
    void readinessCheck_saysWhatIsKnown_withoutACall() throws Exception {
        HttpResponse<String> before = readiness();
        assertThat(before.statusCode()).as(before.body()).isEqualTo(200);
        assertThat(withoutSpaces(before)).contains("\"name\":\"paybearer\"").contains("\"gate\":\"notasked\"");
        assertThat(sandbox.received()).isEmpty();

        assertThat(server.run(APP, "annotated-interface")).contains("actedFor");

        assertThat(withoutSpaces(readiness())).contains("\"gate\":\"valid\"");
    }

    @Test
    void readinessCheck_isDown_whileCallsFail() throws Exception {
        sandbox.faults().always("/auth/token", Fault.status(503, Map.of("Retry-After", "600"), ""));
        assertThat(server.run(APP, "annotated-interface")).startsWith("failed");

        HttpResponse<String> down = readiness();

        assertThat(down.statusCode()).as(down.body()).isEqualTo(503);
        assertThat(withoutSpaces(down)).contains("\"gate\":\"unavailable\"");
    }

    @Test
    void metricsAndSpans_areExported_withoutSecrets() throws Exception {
        assertThat(server.run(APP, "annotated-interface")).contains("actedFor");
        String token = sandbox.received()
                .get(sandbox.received().size() - 1)
                .header("Authorization")
                .get(0);

        String exported = receiver.await(
                "paybearer.tokens.obtained",
                "paybearer.token.obtain.duration",
                "paybearer.token.remaining",
                "/v1/traces",
                "paymentsgate");

        assertThat(exported).contains("paybearer.account").doesNotContain(token.replace("Bearer ", ""));
    }
}
