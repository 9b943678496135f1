// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The application: a bean that makes a call. */
@ApplicationScoped
public class Shop {

    @Inject
    @RestClient
    Signatures signatures;

    public void sell() {
        signatures.sign(Map.of("currency", "EUR"));
    }
}
