// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** MicroProfile Rest Clients without an annotation: the configuration or the feature names their account. */
public class UnannotatedClientTest extends SandboxedTest {

    @RegisterRestClient(configKey = "signatures")
    @Consumes("application/json")
    public interface Unannotated {
        @POST
        @Path("/checkout/api/encrypt/generate/signature")
        String sign(String order);
    }

    public interface Moved {
        @GET
        @Path("/deals/0")
        String deal();
    }

    private Unannotated client() {
        return RestClientBuilder.newBuilder().baseUri(origin()).build(Unannotated.class);
    }

    @Test
    void restClientsKey_byConfigKey_needsNoAnnotation() {
        start(everyProvider().and("two").with("rest-clients", "signatures, com.acme.Other"));

        assertThat(client().sign("{}")).contains("signature");
    }

    @Test
    void restClientsKey_byInterfaceName_needsNoAnnotation() {
        start(everyProvider().and("two").with("rest-clients", Unannotated.class.getName()));

        assertThat(client().sign("{}")).contains("signature");
    }

    @Test
    void noAnnotationAndNoKey_clientIsLeftAlone() {
        start(everyProvider());

        assertThatThrownBy(() -> client().sign("{}")).isInstanceOf(WebApplicationException.class);
        assertThat(last().header("Authorization")).isEmpty();
        assertThat(last().header("merchant-token")).isEmpty();
    }

    @Test
    void noAnnotationAndNoKey_redirectsThatTheApplicationWants_areFollowed() {
        start(everyProvider());
        sandbox.faults().always("/deals/0", Fault.redirect(302, origin() + "/deals/1"));
        Moved client = RestClientBuilder.newBuilder()
                .baseUri(origin())
                .followRedirects(true)
                .build(Moved.class);

        assertThatThrownBy(client::deal).isInstanceOf(WebApplicationException.class);
        assertThat(sandbox.count("/deals/1")).isEqualTo(1);
        assertThat(last().header("Authorization")).isEmpty();
    }

    @Test
    void featureOnBuilder_accountByUri_isAccepted() {
        start(everyProvider());
        Unannotated client = RestClientBuilder.newBuilder()
                .baseUri(origin())
                .register(PaybearerFeature.class)
                .build(Unannotated.class);

        assertThat(client.sign("{}")).contains("signature");
    }

    @Test
    void featureBesideRestClientsKey_theKeyTells_notTheUri() {
        start(everyProvider()
                .and("two")
                .with("rest-clients", "signatures")
                .and("other")
                .with(TestMerchants.twoCheckout(origin())));
        Unannotated client = RestClientBuilder.newBuilder()
                .baseUri(origin())
                .register(PaybearerFeature.class)
                .build(Unannotated.class);

        assertThat(client.sign("{}")).contains("signature");
    }
}
