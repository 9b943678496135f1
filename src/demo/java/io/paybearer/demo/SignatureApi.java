// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import io.paybearer.PaymentAccount;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** 2Checkout's Signature Generation API. The annotation needs no name: only one account is configured. */
@RegisterRestClient(configKey = "signatures")
@PaymentAccount
public interface SignatureApi {

    @POST
    @Path("/checkout/api/encrypt/generate/signature")
    Map<String, Object> sign(Map<String, Object> order);
}
