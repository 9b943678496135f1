// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.clustered;

import io.paybearer.PaybearerFeature;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@RequestScoped
@Path("payments/{account}")
public class Payments {

    @Inject
    @ConfigProperty(name = "sandbox.uri")
    String sandbox;

    /** Makes a call with the account's token, and says what the provider answers. */
    @POST
    @Produces("text/plain")
    public String pay(@PathParam("account") String account) {
        Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount(account));
        try {
            return client.target(sandbox + "/deals/" + account).request().post(Entity.json("{}"), String.class);
        } finally {
            client.close();
        }
    }
}
