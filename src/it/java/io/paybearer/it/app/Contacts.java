// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import io.paybearer.ClientId;
import io.paybearer.PaymentAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Child accounts by annotation and by header. */
@ApplicationScoped
@RegisterRestClient(configKey = "contacts")
@PaymentAccount("partner")
@ClientId("cl_3")
@Consumes("application/json")
@Produces("application/json")
public interface Contacts {

    @POST
    @Path("/contacts")
    String onInterface(String contact);

    @POST
    @Path("/contacts")
    @ClientId("cl_2")
    String onMethod(String contact);

    @POST
    @Path("/contacts")
    String byHeader(@HeaderParam("Client-Id") String child, String contact);
}
