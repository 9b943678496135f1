// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What configuration calls a Rest Client. */
final class RestClientNames {

    private RestClientNames() {}

    /** The config key if it has one, and the interface's name. */
    static Set<String> of(Class<?> restClient) {
        Set<String> names = new LinkedHashSet<>();
        RegisterRestClient registration = restClient.getAnnotation(RegisterRestClient.class);
        if (registration != null && !registration.configKey().isEmpty()) {
            names.add(registration.configKey());
        }
        names.add(restClient.getName());
        return names;
    }
}
