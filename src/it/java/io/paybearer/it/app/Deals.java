// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Annotated: the interface, and one of its methods. */
@ApplicationScoped
@RegisterRestClient(configKey = "deals")
@PaymentAccount("gate")
@Consumes("application/json")
@Produces("application/json")
public interface Deals {

    @POST
    @Path("/deals/payin")
    String payin(String deal);

    @POST
    @Path("/deals/payin")
    CompletionStage<String> payinAsync(String deal);

    @GET
    @Path("/deals/1")
    String deal();

    @POST
    @Path("/payments")
    @PaymentAccount("less")
    String payment(String payment);

    @POST
    @Path("/payments")
    String paymentOfTheWrongAccount(String payment);
}
