// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import jakarta.ws.rs.POST;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Something that sends orders somewhere. It knows neither a provider nor an account: where they go is configured with
 * {@code contracts/mp-rest/url}, whose credential they carry with {@code paybearer.account.<name>.rest-clients}.
 */
@RegisterRestClient(configKey = "contracts")
public interface ContractApi {

    @POST
    Map<String, Object> send(Map<String, Object> order);
}
