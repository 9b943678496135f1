// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.provider.paymentsgate.PaymentsGateFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed clients that implementations make by themselves, such as RESTEasy's {@code target.proxy(…)}. */
public class EngineProxiesTest extends SandboxedTest {

    @Consumes("application/json")
    @Path("/deals/payin")
    public interface Plain {
        @POST
        String payin(String deal);
    }

    @PaymentAccount("less")
    @Consumes("application/json")
    @Path("/deals/payin")
    public interface Annotated {
        @POST
        String payin(String deal);
    }

    public interface Inherits extends Annotated {}

    @Consumes("application/json")
    public interface Sub {
        @POST
        String payin(String deal);
    }

    @Consumes("application/json")
    @Path("/deals")
    public interface Root {
        @POST
        String post(String deal);

        @Path("payin")
        Sub sub();
    }

    @PaymentAccount("less")
    @Path("/deals")
    public interface AnnotatedLocators {
        @Path("payin")
        Sub sub();
    }

    @PaymentAccount("less")
    public interface Deep {
        @Path("deals")
        Middle middle();
    }

    public interface Middle {
        @Path("payin")
        Sub sub();
    }

    private Client client;

    @BeforeEach
    void makeClient() {
        client = ClientBuilder.newClient();
        start(everyProvider());
    }

    static boolean resteasy() {
        try (Client any = ClientBuilder.newClient()) {
            return any.getClass().getName().startsWith("org.jboss.resteasy.");
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    private <T> T proxy(Class<T> type) {
        try {
            Object target = client.target(origin());
            return type.cast(Class.forName("org.jboss.resteasy.client.jaxrs.ResteasyWebTarget")
                    .getMethod("proxy", Class.class)
                    .invoke(target, type));
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A client of CXF or Jersey. */
    private <T> T other(Class<T> type, Object filter) throws ReflectiveOperationException {
        if (client.getClass().getName().startsWith("org.apache.cxf.")) {
            return type.cast(Class.forName("org.apache.cxf.jaxrs.client.JAXRSClientFactory")
                    .getMethod("create", String.class, Class.class, List.class)
                    .invoke(null, origin().toString(), type, List.of(filter)));
        }
        return type.cast(Class.forName("org.glassfish.jersey.client.proxy.WebResourceFactory")
                .getMethod("newResource", Class.class, WebTarget.class)
                .invoke(null, type, client.register(filter).target(origin())));
    }

    @Test
    @DisabledIf("resteasy")
    void clientThatShowsNoInterface_isRefused_atTheCall() throws ReflectiveOperationException {
        Annotated annotated = other(Annotated.class, new PaymentsGateFilter());

        assertThatThrownBy(() -> annotated.payin("{}"))
                .hasStackTraceContaining("RequestRefusedException")
                .hasStackTraceContaining("RestClientBuilder");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    @DisabledIf("resteasy")
    void clientThatShowsNoInterface_ofANamedAccount_isServed() throws ReflectiveOperationException {
        assertThat(other(Plain.class, new PaymentsGateFilter("gate")).payin("{}"))
                .contains(TestMerchants.ACCOUNT_ID);
    }

    @ParameterizedTest
    @ValueSource(classes = {Annotated.class, Inherits.class})
    @EnabledIf("resteasy")
    void annotation_isRefused_whenTheClientIsMade(Class<?> type) {
        for (Object component : List.of(new PaybearerFeature(), new PaymentsGateFilter())) {
            client.close();
            client = ClientBuilder.newClient().register(component);

            assertThatThrownBy(() -> proxy(type))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("EngineProxiesTest$")
                    .hasMessageContaining("@PaymentAccount")
                    .hasMessageContaining("RestClientBuilder");
        }
    }

    @Test
    @EnabledIf("resteasy")
    void annotationOnTheWay_isRefused_whenTheLocatorIsCalled() {
        client.register(PaybearerFeature.class);

        assertThatThrownBy(() -> proxy(AnnotatedLocators.class).sub()).isInstanceOf(RequestRefusedException.class);
        assertThatThrownBy(() -> proxy(Deep.class).middle().sub()).isInstanceOf(RequestRefusedException.class);
    }

    @Test
    @EnabledIf("resteasy")
    void interfacesWithoutAnnotation_areServedByUri() {
        client.register(PaybearerFeature.class);

        assertThat(proxy(Plain.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
        assertThat(proxy(Root.class).sub().payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }

    @Test
    @EnabledIf("resteasy")
    void accountOfTheClient_beatsTheAnnotation() {
        client.register(PaybearerFeature.forAccount("gate"));

        assertThat(proxy(Annotated.class).payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }

    @Test
    void microProfileClient_withLocatorsAlone_isNotMeant() {
        Middle middle = RestClientBuilder.newBuilder()
                .baseUri(origin().resolve("/deals"))
                .register(PaybearerFeature.class)
                .build(Middle.class);

        assertThat(middle.sub().payin("{}")).contains(TestMerchants.ACCOUNT_ID);
    }
}
