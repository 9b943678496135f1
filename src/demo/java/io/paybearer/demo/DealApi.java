// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A part of PaymentsGate's API. Nothing here is about credentials: the account's configuration names the client. */
@RegisterRestClient(configKey = "deals")
public interface DealApi {

    @POST
    @Path("/deals/payin")
    Map<String, Object> payIn(Map<String, Object> order);
}
