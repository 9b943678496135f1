// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Not annotated: a filter is registered by {@code mp-rest/providers}. */
@ApplicationScoped
@RegisterRestClient(configKey = "provided")
@Consumes("application/json")
@Produces("application/json")
public interface Provided {

    @POST
    @Path("/payments")
    String pay(String payment);
}
