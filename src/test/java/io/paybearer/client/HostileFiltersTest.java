// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.PaymentSandbox;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * Filters of the application that want the credential elsewhere, twice, or not at all, in every order of two. Either the call is
 * made once, to the account's own place and with its credential, or nothing is sent anywhere.
 */
class HostileFiltersTest extends SandboxedTest {

    private static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";

    /** What a filter does to a request; the other argument is a place that is none of the account's. */
    private enum Deed {
        NOTHING(true, (request, elsewhere) -> {}),
        ACCEPT_REMOVED(true, (request, elsewhere) -> request.getHeaders().remove("Accept")),
        BLANK_CREDENTIAL(true, (request, elsewhere) -> request.getHeaders().putSingle("Authorization", " \u200b")),
        NO_VALUES(true, (request, elsewhere) -> request.getHeaders().put("authorization", new ArrayList<>())),
        SERVED_FORGED(true, (request, elsewhere) -> request.setProperty(Carried.PROPERTY, "served")),
        CHILD_FORGED(true, (request, elsewhere) -> request.setProperty("io.paybearer.client-id-set", "child-1")),
        DIVERTED(false, (request, elsewhere) -> request.setUri(elsewhere)),
        OTHER_SCHEME(
                false,
                (request, elsewhere) ->
                        request.setUri(uri(request).scheme("https").build())),
        USER_IN_THE_URI(
                false,
                (request, elsewhere) ->
                        request.setUri(uri(request).userInfo("two").build())),
        OTHER_HOST_HEADER(
                false, (request, elsewhere) -> request.getHeaders().putSingle("Host", elsewhere.getAuthority())),
        OTHER_ACCOUNT(false, (request, elsewhere) -> request.setProperty(PaybearerProperties.ACCOUNT, "nobody")),
        ANSWERED(
                false,
                (request, elsewhere) -> request.abortWith(Response.status(401).build())),
        FAILED(false, (request, elsewhere) -> {
            throw new IllegalStateException("failed on purpose");
        });

        private final boolean harmless;
        private final BiConsumer<ClientRequestContext, URI> act;

        Deed(boolean harmless, BiConsumer<ClientRequestContext, URI> act) {
            this.harmless = harmless;
            this.act = act;
        }

        private static UriBuilder uri(ClientRequestContext request) {
            return UriBuilder.fromUri(request.getUri());
        }
    }

    /** A filter whose class is another one for each place, since a client takes a class once. */
    private record Early(Deed deed, URI elsewhere) implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            deed.act.accept(request, elsewhere);
        }
    }

    private record Late(Deed deed, URI elsewhere) implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            deed.act.accept(request, elsewhere);
        }
    }

    @Test
    void everyTwoDeeds_sendTheCallAsItShouldBe_orNothing() {
        start(everyProvider());
        try (PaymentSandbox other = PaymentSandbox.start()) {
            for (Deed early : Deed.values()) {
                for (Deed late : Deed.values()) {
                    check(early, late, other);
                }
            }
        }
    }

    private void check(Deed early, Deed late, PaymentSandbox other) {
        int before = sandbox.received().size();
        URI elsewhere = other.uri().resolve(SIGNATURE);

        boolean answered = called(new Early(early, elsewhere), new Late(late, elsewhere));

        String what = (early + ", then " + late).toLowerCase(Locale.ROOT);
        int sent = early.harmless && late.harmless ? 1 : 0;
        assertThat(other.received()).as(what).isEmpty();
        assertThat(sandbox.received()).as(what).hasSize(before + sent);
        if (sent == 1) {
            assertThat(answered).as(what).isTrue();
            assertThat(acceptedLast().header("Authorization")).as(what).hasSize(1);
            assertThat(acceptedLast().header("merchant-token")).as(what).hasSize(1);
        }
    }

    private boolean called(Early early, Late late) {
        try (Client client = ClientBuilder.newClient()
                        .register(early, 1)
                        .register(PaybearerFeature.forAccount("two"))
                        .register(late, CredentialFilter.PRIORITY - 1);
                Response response =
                        client.target(origin()).path(SIGNATURE).request().post(Entity.json("{}"))) {
            return response.getStatus() == 200;
        } catch (ProcessingException notMade) {
            return false;
        }
    }
}
