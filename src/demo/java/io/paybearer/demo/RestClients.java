// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.microprofile.client.BuilderResolver;

/**
 * Makes typed clients as a server does where one is injected: the interface, and the URL under its config key. They are
 * RESTEasy's, even if other implementations of MicroProfile Rest Client are on the class path.
 */
final class RestClients {

    private RestClients() {}

    /** The key of a client's base URL (MicroProfile Rest Client 3.0, section 4.2). */
    static String urlKey(Class<?> api) {
        return configKey(api) + "/mp-rest/url";
    }

    static String configKey(Class<?> api) {
        return api.getAnnotation(RegisterRestClient.class).configKey();
    }

    /** Makes calls with a new client and closes it; empty if all went well, otherwise what the application saw. */
    static <T> String call(Class<T> api, DemoConfig config, Scenario.Calls<T> calls) throws Exception {
        T client = new BuilderResolver()
                .newBuilder()
                .baseUri(URI.create(config.value(urlKey(api))))
                .build(api);
        try (AutoCloseable closeable = (AutoCloseable) client) {
            calls.make(client);
            return "";
        } catch (WebApplicationException | ProcessingException failed) {
            return String.valueOf(failed.getMessage());
        }
    }
}
