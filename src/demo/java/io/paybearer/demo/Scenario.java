// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that the demo shows.
 *
 * @param title what it shows
 * @param sample the file under {@code config-samples}
 * @param client the Rest Client
 * @param path what the client's base URI has beyond the provider's origin; empty if its methods say it
 * @param calls what is done with the client
 * @param <T> the Rest Client
 */
record Scenario<T>(String title, String sample, Class<T> client, String path, Calls<T> calls) {

    /** What an application would do. */
    interface Calls<T> {
        void make(T client) throws Exception;
    }

    /** The keys that tie the client to the provider, and to the account, where the file does not say so. */
    Map<String, String> wiring(URI origin, SampleFile file) {
        Map<String, String> keys = new TreeMap<>();
        keys.put(RestClients.urlKey(client), origin + path);
        if (!file.value("rest-clients").equals(RestClients.configKey(client))) {
            keys.put(file.key("rest-clients"), RestClients.configKey(client));
        }
        return keys;
    }
}
