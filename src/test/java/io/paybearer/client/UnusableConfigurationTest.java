// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.List;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** An unusable configuration stops each client that needs the configuration, when the client is made, and no other client. */
public class UnusableConfigurationTest extends SandboxedTest {

    @PaymentAccount("gate")
    public interface Annotated {
        @GET
        String get();
    }

    public interface Stranger {
        @GET
        String get();
    }

    private static final Configured UNUSABLE = Configured.account("gate")
            .with("provider", "paymentsgate")
            .and("two")
            .with("provider", "2checkout")
            .with("token-lifetime", "soon")
            .and("less")
            .with("provider", "borderles");

    @Test
    void annotatedClient_failsWhenItIsMade_withAllProblems() {
        try (CurrentConfiguration current = CurrentConfiguration.of(UNUSABLE)) {
            assertThatThrownBy(() -> build(Annotated.class))
                    .isInstanceOfSatisfying(
                            PaybearerConfigException.class,
                            e -> assertThat(keys(e.problems()))
                                    .containsExactlyInAnyOrder(
                                            "paybearer.account.less.provider",
                                            "paybearer.account.gate.base-uri",
                                            "paybearer.account.gate.account-id",
                                            "paybearer.account.gate.public-key",
                                            "paybearer.account.two.token-lifetime",
                                            "paybearer.account.two.merchant-code",
                                            "paybearer.account.two.secret-word"));
        }
    }

    @Test
    void clientWithoutAccount_isNotDisturbed() {
        try (CurrentConfiguration current = CurrentConfiguration.of(UNUSABLE)) {
            assertThat(build(Stranger.class)).isNotNull();
        }
    }

    @Test
    void clientNamedInRestClients_failsWhenItIsMade() {
        Configured named = Configured.account("gate")
                .with("provider", "paymentsgate")
                .with("rest-clients", Stranger.class.getName());
        try (CurrentConfiguration current = CurrentConfiguration.of(named)) {
            assertThatThrownBy(() -> build(Stranger.class)).isInstanceOf(PaybearerConfigException.class);
        }
    }

    @Test
    void feature_failsWhenItIsRegisteredOrFirstUsed() {
        try (CurrentConfiguration current = CurrentConfiguration.of(UNUSABLE)) {
            Client client = ClientBuilder.newClient();
            assertThatThrownBy(() -> client.register(PaybearerFeature.class)
                            .target(origin())
                            .request()
                            .get())
                    .isInstanceOf(PaybearerConfigException.class);
            client.close();
        }
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void privateKeyInPlaceOfThePublicOne_isRefusedBeforeAnyByteLeaves() {
        for (String key : List.of(TestMerchants.PRIVATE_PEM, TestMerchants.base64(TestMerchants.PRIVATE_PEM))) {
            Configured wrong = Configured.account("gate")
                    .with(TestMerchants.paymentsGate(origin()))
                    .with("public-key", key);
            assertThatThrownBy(() -> start(wrong))
                    .hasMessageContaining("paybearer.account.gate.public-key: it holds a private key")
                    .hasMessageNotContaining(key.substring(60, 90));
        }
        assertThat(sandbox.privateKeysReceived()).isZero();
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void httpToAHostThatIsNotLoopback_isRefused() {
        Configured exposed = Configured.account("gate")
                .with(TestMerchants.paymentsGate(origin()))
                .with("base-uri", "http://payments.example");
        assertThatThrownBy(() -> start(exposed))
                .hasMessageContaining("paybearer.account.gate.base-uri: credentials would go to http://payments.example"
                        + " unencrypted");
    }

    @Test
    void httpToALoopbackAddress_throughAProxy_isRefused() {
        Configured proxied = Configured.account("gate")
                .with(TestMerchants.paymentsGate(origin()))
                .with("proxy", "proxy.example:3128");
        assertThatThrownBy(() -> start(proxied))
                .hasMessageContaining("paybearer.account.gate.token-uri: credentials would go to")
                .hasMessageContaining("paybearer.account.gate.refresh-uri: credentials would go to")
                .hasMessageContaining("unencrypted through the proxy of paybearer.account.gate.proxy");
        assertThat(start(proxied.with("allow-http", "true"))).isNotNull();
    }

    private Object build(Class<?> type) {
        return RestClientBuilder.newBuilder().baseUri(origin()).build(type);
    }

    private static List<String> keys(List<String> problems) {
        return problems.stream()
                .map(problem -> problem.substring(0, problem.indexOf(':')))
                .distinct()
                .toList();
    }
}
