// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers are never doubled, never replace the application's own, and never carry characters that no header may carry. */
class HeaderRulesTest extends SandboxedTest {

    private static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";

    private Client client;

    @AfterEach
    void closeClient() {
        if (client != null) {
            client.close();
        }
    }

    /** The client, made at its first use, when the test has set a configuration. */
    private Client client() {
        if (client == null) {
            client = ClientBuilder.newClient().register(new PaybearerFeature());
        }
        return client;
    }

    private Invocation.Builder request(String path) {
        return client().target(origin()).path(path).request();
    }

    @Test
    void applicationsOwnAuthorization_isKept_andNoTokenIsAskedFor() {
        start(everyProvider());
        request("/deals/payin")
                .header("authorization", "Basic b3du")
                .post(Entity.json("{}"))
                .close();

        assertThat(last().header("Authorization")).containsExactly("Basic b3du");
        assertThat(sandbox.tokenCalls()).isZero();
    }

    @Test
    void applicationsOwnHeader_leavesTheOtherToUs() {
        start(everyProvider());
        request(SIGNATURE)
                .header("Authorization", "Basic b3du")
                .post(Entity.json("{}"))
                .close();

        assertThat(last().header("Authorization")).containsExactly("Basic b3du");
        assertThat(last().header("merchant-token")).hasSize(1);
    }

    @Test
    void twoFiltersOnOneClient_setTheHeaderOnce() {
        start(everyProvider());
        client().register(new CredentialFilter()).register(PaybearerFeature.forAccount("gate"));
        request("/deals/payin").post(Entity.json("{}")).close();

        assertThat(acceptedLast().header("Authorization")).hasSize(1);
    }

    @Test
    void sameInvocationAgain_afterExpiry_carriesTheNewTokenOnce() {
        start(everyProvider());
        Invocation invocation = request("/deals/payin").buildPost(Entity.json("{}"));
        invocation.invoke().close();
        String first = acceptedLast().header("Authorization").get(0);
        time.advance(Duration.ofHours(2));
        invocation.invoke().close();

        assertThat(acceptedLast().header("Authorization")).hasSize(1).doesNotContain(first);
    }

    @Test
    void sameInvocationAgain_forAnotherAccount_carriesNothingOfTheFirst() {
        start(everyProvider().and("two").with("base-uri", origin().toString()));
        Invocation invocation = request("/payments")
                .property(PaybearerProperties.ACCOUNT, "two")
                .buildPost(Entity.json("{}"));
        invocation.invoke().close();
        assertThat(last().header("merchant-token")).hasSize(1);
        invocation.property(PaybearerProperties.ACCOUNT, "less").invoke().close();

        assertThat(acceptedLast().header("merchant-token")).isEmpty();
        assertThat(last().header("Authorization")).hasSize(1);
    }

    @Test
    void sameInvocationAgain_toAPlaceOfNoAccount_carriesNothingThere() {
        start(everyProvider().and("partner").with("client-id", "cl_1"));
        AtomicReference<URI> place = new AtomicReference<>(origin());
        client().register((ClientRequestFilter)
                request -> request.setUri(place.get().resolve("/contacts")));
        try (PaymentSandbox elsewhere = PaymentSandbox.start()) {
            Invocation invocation = request("/contacts").buildPost(Entity.json("{}"));
            invocation.invoke().close();
            assertThat(acceptedLast().header("Client-Id")).hasSize(1);
            place.set(elsewhere.uri());
            invocation.invoke().close();

            assertThat(elsewhere.received()).hasSize(1);
            assertThat(elsewhere.received().get(0).header("Authorization")).isEmpty();
            assertThat(elsewhere.received().get(0).header("Client-Id")).isEmpty();
        }
    }

    @Test
    void sameInvocationAgain_forAnAccountWithoutChildren_carriesNoChildOfTheFirst() {
        start(everyProvider()
                .and("partner")
                .with("client-id", "cl_1")
                .and("two")
                .with("base-uri", origin().toString()));
        Invocation invocation = request("/contacts")
                .property(PaybearerProperties.ACCOUNT, "partner")
                .buildPost(Entity.json("{}"));
        invocation.invoke().close();
        assertThat(acceptedLast().header("Client-Id")).hasSize(1);
        invocation.property(PaybearerProperties.ACCOUNT, "two").invoke().close();

        assertThat(last().header("merchant-token")).hasSize(1);
        assertThat(last().header("Client-Id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PaybearerProperties.ACCOUNT, PaybearerProperties.CLIENT_ID})
    void propertyThatIsNoText_isRefused_notIgnored(String property) {
        start(everyProvider());
        Invocation.Builder request = request("/payments").property(property, new StringBuilder("partner"));

        assertThatThrownBy(() -> request.post(Entity.json("{}")))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining(property)
                .hasMessageContaining("java.lang.StringBuilder");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void tokenWithALineBreak_isRefusedWithoutShowingIt() {
        start(everyProvider());
        sandbox.faults()
                .always(
                        "/auth/token",
                        Fault.body("application/json", "{\"access_token\":\"canary\\r\\nX: 1\",\"expires_in\":3600}"));
        Invocation.Builder request = request("/deals/payin");

        assertThatThrownBy(() -> request.post(Entity.json("{}")))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("account 'gate'")
                .hasMessageContaining("U+000D")
                .hasMessageNotContaining("canary");
        assertThat(sandbox.count("/deals/payin")).isZero();
    }
}
