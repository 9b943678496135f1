// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.ClientId;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.provider.borderless.BorderlessFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builders of typed clients on which a filter or feature is registered already, by hand or for an earlier client. */
public class RegisteredComponentsTest extends SandboxedTest {

    @Consumes("application/json")
    public interface SharedPayments {
        @POST
        @Path("/payments")
        String payment(String payment);
    }

    @PaymentAccount("less")
    @ClientId("cl_1")
    public interface LessPayments extends SharedPayments {}

    @PaymentAccount("partner")
    public interface InheritsPayments extends SharedPayments {}

    @ParameterizedTest
    @ValueSource(classes = {InheritsPayments.class, SharedPayments.class})
    void builderOfAnotherClient_isRefused_notServedForThatOnesAccount(Class<?> next) {
        start(everyProvider().and("partner").with("base-uri", origin() + "/payments"));
        RestClientBuilder builder = RestClientBuilder.newBuilder().baseUri(origin());
        builder.build(LessPayments.class);

        assertThatThrownBy(() -> builder.build(next))
                .hasStackTraceContaining("LessPayments")
                .hasStackTraceContaining(next.getName())
                .hasStackTraceContaining("RestClientBuilder.newBuilder()");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void builderOfAnotherClient_sameAccount_isAccepted() {
        start(everyProvider());
        RestClientBuilder builder = RestClientBuilder.newBuilder().baseUri(origin());

        assertThat(builder.build(TypedClientTest.Deals.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
        assertThat(builder.build(TypedClientTest.InheritsCalls.class).payin("{}"))
                .contains(TestMerchants.ACCOUNT_ID);
        assertThat(builder.build(TypedClientTest.Deals.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }

    @ParameterizedTest
    @MethodSource
    void accountOfARegisteredObject_beatsTheAnnotation(Object registered) {
        start(everyProvider().and("partner").with("base-uri", origin() + "/payments"));
        LessPayments client = RestClientBuilder.newBuilder()
                .baseUri(origin())
                .register(registered)
                .build(LessPayments.class);

        assertThat(client.payment("{}")).contains("cl_1");
        assertThat(acceptedLast().header("Client-Id")).hasSize(1);
    }

    static Stream<Object> accountOfARegisteredObject_beatsTheAnnotation() {
        return Stream.of(PaybearerFeature.forAccount("partner"), new BorderlessFilter("partner"));
    }
}
