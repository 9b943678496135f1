// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.quarkus;

import io.paybearer.PaymentAccount;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Calls that are made again, once, after an error such as a 401. */
@RegisterRestClient(configKey = "deals")
@PaymentAccount("gate")
@Consumes("application/json")
@Produces("application/json")
public interface RetriedDeals {

    @POST
    @Path("/deals/payin")
    @Retry(maxRetries = 1, retryOn = WebApplicationException.class)
    String payin(String deal);
}
