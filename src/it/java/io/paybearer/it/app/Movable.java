// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its provider is a matter of configuration. */
@ApplicationScoped
@RegisterRestClient(configKey = "movable")
@PaymentAccount("main")
@Consumes("application/json")
@Produces("application/json")
public interface Movable {

    @POST
    String call(String body);
}
