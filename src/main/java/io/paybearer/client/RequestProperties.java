// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import org.jspecify.annotations.Nullable;

/** The properties by which an application steers a call. They can be set on the request, its target or the client. */
final class RequestProperties {

    private RequestProperties() {}

    /** A property of the request, else of its target or client: Jersey and CXF do not show those as the request's. */
    static @Nullable Object value(ClientRequestContext request, String name) {
        Object own = request.getProperty(name);
        if (own != null) {
            return own;
        }
        Configuration configuration = request.getConfiguration(); // null in TomEE
        return configuration == null ? null : configuration.getProperty(name);
    }

    /**
     * The text that a property holds.
     *
     * @param account the account's name for the refusal, or empty
     * @return null if the property is not set
     * @throws RequestRefusedException if it holds something else
     */
    static @Nullable String text(@Nullable Object value, String name, String account) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new RequestRefusedException(
                account,
                "the request property " + name + " holds a " + value.getClass().getName() + "; set it to a String");
    }
}
