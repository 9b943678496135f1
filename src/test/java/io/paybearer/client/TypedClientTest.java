// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Provider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotated MicroProfile Rest Clients against all providers, with nothing registered by hand. */
public class TypedClientTest extends SandboxedTest {

    @PaymentAccount("gate")
    @Consumes("application/json")
    public interface Deals {
        @POST
        @Path("/deals/payin")
        String payin(String deal);

        @POST
        @Path("/deals/payin")
        CompletionStage<String> payinAsync(String deal);

        @POST
        @Path("/payments")
        @PaymentAccount("less")
        String payment(String payment);
    }

    @Consumes("application/json")
    public interface SharedCalls {
        @POST
        @Path("/deals/payin")
        String payin(String deal);
    }

    @PaymentAccount("gate")
    public interface InheritsCalls extends SharedCalls {}

    @Consumes("application/json")
    public interface MethodOnly {
        @POST
        @Path("/deals/payin")
        @PaymentAccount("gate")
        String payin(String deal);

        @POST
        @Path("/elsewhere")
        String elsewhere(String text);
    }

    @PaymentAccount
    @Consumes("application/json")
    public interface OnlyOne {
        @POST
        @Path("/deals/payin")
        String payin(String deal);
    }

    @PaymentAccount
    @Consumes("application/json")
    public interface AnyProvider {
        @POST
        @Path("/{path: .*}")
        String call(@PathParam("path") String path, String body);
    }

    private <T> T client(Class<T> type) {
        return RestClientBuilder.newBuilder().baseUri(origin()).build(type);
    }

    @Test
    void annotationOnInterface_isAccepted() {
        start(everyProvider());

        assertThat(client(Deals.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
        assertThat(acceptedLast().provider()).isEqualTo(Provider.PAYMENTSGATE);
    }

    @Test
    void annotationOnInterface_asynchronousCall_isAccepted() {
        start(everyProvider());

        assertThat(client(Deals.class).payinAsync("{}").toCompletableFuture().join())
                .contains("actedFor");
    }

    @Test
    void annotationOnMethod_beatsTheInterface() {
        start(everyProvider());

        assertThat(client(Deals.class).payment("{}")).contains(TestMerchants.ISSUER_ID);
    }

    @Test
    void annotationOnInterface_holdsForInheritedMethods() {
        start(everyProvider());

        assertThat(client(InheritsCalls.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }

    @Test
    void annotationOnOneMethod_leavesTheOthersAlone() {
        start(everyProvider());
        MethodOnly client = client(MethodOnly.class);

        assertThat(client.payin("{}")).contains(TestMerchants.ACCOUNT_ID);
        assertThatThrownBy(() -> client.elsewhere("{}")).isInstanceOf(WebApplicationException.class);
        assertThat(last().header("Authorization")).isEmpty();
    }

    @Test
    void annotationWithoutName_takesTheOnlyAccount() {
        start(Configured.account("any").with(TestMerchants.paymentsGate(origin())));

        assertThat(client(OnlyOne.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }

    @Test
    void annotationWithoutName_severalAccounts_isRefusedNamingThem() {
        start(everyProvider());

        assertThatThrownBy(() -> client(OnlyOne.class))
                .isInstanceOf(PaybearerConfigException.class)
                .hasMessageContaining("[gate, less, partner, two]");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void featureBesideAnnotation_actsOnce() {
        start(everyProvider());
        Deals client = RestClientBuilder.newBuilder()
                .baseUri(origin())
                .register(PaybearerFeature.class)
                .register(new CredentialFilter())
                .build(Deals.class);
        client.payin("{}");

        assertThat(acceptedLast().header("Authorization")).hasSize(1);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @PaymentAccount("gate")
    @Consumes("application/json")
    public interface AnnotatedBase {
        @POST
        @Path("/deals/payin")
        String payin(String deal);
    }

    public interface ExtendsAnnotated extends AnnotatedBase {}

    @Test
    void annotationOnASuperInterface_holdsForThoseThatExtendIt() {
        start(everyProvider());

        assertThat(client(ExtendsAnnotated.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }

    @Test
    void twoAccountsOnOneOrigin_theAnnotationTells() {
        start(everyProvider().and("other").with(TestMerchants.paymentsGate(origin())));

        assertThat(client(Deals.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }

    @ParameterizedTest
    @CsvSource({"2checkout, TWO_CHECKOUT", "paymentsgate, PAYMENTSGATE", "borderless, BORDERLESS"})
    void oneInterface_anyProvider_isAMatterOfConfiguration(String provider, Provider expected) {
        Map<String, Map<String, String>> settings = Map.of(
                "2checkout", TestMerchants.twoCheckout(origin()),
                "paymentsgate", TestMerchants.paymentsGate(origin()),
                "borderless", TestMerchants.borderless(origin()));
        start(Configured.account("any").with(settings.get(provider)));
        URI base = URI.create(settings.get(provider).get("base-uri"));
        RestClientBuilder.newBuilder().baseUri(base).build(AnyProvider.class).call(path(provider), "{}");

        assertThat(acceptedLast().provider()).isEqualTo(expected);
    }

    private static String path(String provider) {
        return switch (provider) {
            case "2checkout" -> "api/encrypt/generate/signature";
            case "paymentsgate" -> "payin";
            default -> "1";
        };
    }
}
