// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Not annotated: its account is a matter of {@code rest-clients}. */
@ApplicationScoped
@RegisterRestClient(configKey = "listed")
@Consumes("application/json")
@Produces("application/json")
public interface Listed {

    @POST
    @Path("/checkout/api/encrypt/generate/signature")
    String sign(String order);
}
