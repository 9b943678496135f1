// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.quarkus;

import io.paybearer.it.app.Deals;
import io.paybearer.it.app.ScenarioResource;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What there is on Quarkus alone. */
@Path("quarkus")
@Produces("text/plain")
public class QuarkusResource {

    @Inject
    @RestClient
    RetriedDeals retried;

    @Inject
    @RestClient
    Deals deals;

    @Inject
    @RestClient
    Payments payments;

    @POST
    @Path("retried")
    public String retried() {
        return retried.payin("{}");
    }

    @POST
    @Path("event-loop")
    @NonBlocking
    public CompletionStage<String> onEventLoop() {
        return here(() -> deals.payinAsync("{}"));
    }

    @POST
    @Path("event-loop-minted")
    @NonBlocking
    public CompletionStage<String> mintedOnEventLoop() {
        return here(() -> payments.pay("{}"));
    }

    @GET
    @Path("alive")
    @NonBlocking
    public String alive() {
        return Thread.currentThread().getName();
    }

    /** The name of this thread, and what became of a call that it made. */
    private static CompletionStage<String> here(Supplier<CompletionStage<String>> call) {
        String thread = Thread.currentThread().getName();
        try {
            return call.get()
                    .handle((answer, failure) ->
                            thread + " " + (failure == null ? answer : ScenarioResource.causes(failure)));
        } catch (RuntimeException failure) {
            return CompletableFuture.completedFuture(thread + " " + ScenarioResource.causes(failure));
        }
    }
}
