// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.guarded;

import io.paybearer.it.app.Deals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The server verifies the caller's token; the call that follows carries one that is minted here. */
@RequestScoped
@Path("guarded")
public class GuardedResource {

    @Inject
    JsonWebToken caller;

    @Inject
    @RestClient
    Deals deals;

    @POST
    @RolesAllowed("merchant")
    @Produces("text/plain")
    public String pay() {
        return caller.getName() + " " + deals.payment("{}");
    }
}
