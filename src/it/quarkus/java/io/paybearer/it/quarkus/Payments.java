// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.quarkus;

import io.paybearer.PaymentAccount;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Calls with a token that is minted in this JVM. */
@RegisterRestClient(configKey = "deals")
@PaymentAccount("less")
@Consumes("application/json")
@Produces("application/json")
public interface Payments {

    @POST
    @Path("/payments")
    CompletionStage<String> pay(String payment);
}
