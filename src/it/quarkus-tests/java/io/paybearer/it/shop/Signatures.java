// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.shop;

import io.paybearer.PaymentAccount;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API that the shop calls. */
@PaymentAccount("shop-eu")
@RegisterRestClient(configKey = "signatures")
@Path("/checkout/api/encrypt/generate/signature")
public interface Signatures {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    String sign(Map<String, String> order);
}
