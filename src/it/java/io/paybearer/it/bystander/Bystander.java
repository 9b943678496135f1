// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.bystander;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** A listener of somebody else's. */
public class Bystander implements RestClientListener {

    @Override
    public void onNewClient(Class<?> restClient, RestClientBuilder builder) {
        // has nothing to say
    }
}
