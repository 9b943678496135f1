// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.ClientId;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.provider.borderless.BorderlessFilter;
import io.paybearer.provider.twocheckout.TwoCheckoutFilter;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No credential arrives at another origin by a redirect, even where the user has switched redirects on in every way. */
public class RedirectTest extends SandboxedTest {

    private static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";
    private static final String CONTACTS = "/contacts";

    @PaymentAccount("two")
    @Consumes("application/json")
    public interface Annotated {
        @POST
        @Path(SIGNATURE)
        String sign(String order);

        @GET
        @Path(CONTACTS)
        @PaymentAccount("partner")
        @ClientId("cl_1")
        String contacts();
    }

    @RegisterProvider(TwoCheckoutFilter.class)
    @Consumes("application/json")
    public interface Registered {
        @POST
        @Path(SIGNATURE)
        String sign(String order);
    }

    @Consumes("application/json")
    public interface Bare {
        @POST
        @Path(SIGNATURE)
        String sign(String order);
    }

    private PaymentSandbox elsewhere;

    @BeforeEach
    void startTheOtherOrigin() {
        elsewhere = PaymentSandbox.start();
    }

    @AfterEach
    void stopTheOtherOrigin() {
        elsewhere.close();
    }

    private void redirect(int status) {
        start(everyProvider().and("partner").with("client-id", "cl_1"));
        for (String path : new String[] {SIGNATURE, CONTACTS}) {
            sandbox.faults().always(path, Fault.redirect(status, elsewhere.uri() + path));
        }
        // and from the other origin one redirect leads back
        elsewhere.faults().always(SIGNATURE, Fault.redirect(status, sandbox.uri() + "/deals/1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void typedClient_redirectsSwitchedOn_staysWhereItIs(int status) {
        redirect(status);
        Annotated annotated = following().build(Annotated.class);
        catchThrowable(() -> annotated.sign("{}"));
        catchThrowable(annotated::contacts);
        catchThrowable(() -> following().build(Registered.class).sign("{}"));
        catchThrowable(() ->
                following().register(PaybearerFeature.class).build(Bare.class).sign("{}"));
        catchThrowable(() ->
                following().register(new TwoCheckoutFilter()).build(Bare.class).sign("{}"));

        assertThat(sandbox.count(SIGNATURE)).isEqualTo(4);
        assertNothingArrived();
    }

    private RestClientBuilder following() {
        return RestClientBuilder.newBuilder().baseUri(origin()).followRedirects(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void plainClient_redirectsSwitchedOn_staysWhereItIsOrIsRefused(int status) throws Exception {
        redirect(status);
        for (Object component :
                new Object[] {new PaybearerFeature(), new TwoCheckoutFilter(), new BorderlessFilter()}) {
            try (Client client = followingClient(component)) {
                catchThrowable(() -> request(client, SIGNATURE).post(Entity.json("{}")));
                catchThrowable(() -> request(client, CONTACTS).get());
            }
        }
        assertNothingArrived();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void plainClient_asItComes_staysWhereItIs(int status) {
        redirect(status);
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            catchThrowable(() -> request(client, SIGNATURE).post(Entity.json("{}")));
            catchThrowable(() -> request(client, CONTACTS).get());
        }
        assertThat(sandbox.received()).hasSize(2);
        assertNothingArrived();
    }

    @Test
    void plainClient_targetSwitchesRedirectsOn_afterAnOrdinaryCall_isRefusedOrStays() {
        start(everyProvider());
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("two"))) {
            catchThrowable(() -> request(client, SIGNATURE).post(Entity.json("{}")));
            acceptedLast();
            sandbox.faults().always(SIGNATURE, Fault.redirect(307, elsewhere.uri() + SIGNATURE));
            catchThrowable(() -> client.target(origin())
                    .property("http.autoredirect", true)
                    .property("jersey.config.client.followRedirects", true)
                    .path(SIGNATURE)
                    .request()
                    .post(Entity.json("{}")));
        }
        assertNothingArrived();
    }

    private Invocation.Builder request(Client client, String path) {
        return client.target(origin()).path(path).request();
    }

    /** A client with the switches of all three implementations on. Switches of another implementation mean nothing to a client. */
    private static Client followingClient(Object component) throws Exception {
        ClientBuilder builder = ClientBuilder.newBuilder();
        for (var method : builder.getClass().getMethods()) {
            if (method.getName().equals("setFollowRedirects")) {
                method.invoke(builder, true);
            }
        }
        return builder.property("jersey.config.client.followRedirects", true)
                .property("http.autoredirect", true)
                .property("http.redirect.relative.uri", true)
                .build()
                .register(component);
    }

    private void assertNothingArrived() {
        assertThat(elsewhere.received()).allSatisfy(request -> {
            assertThat(request.header("Authorization")).isEmpty();
            assertThat(request.header("merchant-token")).isEmpty();
            assertThat(request.header("Client-Id")).isEmpty();
        });
    }
}
