// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.net.URI;
import java.util.Map;

/**
 * The HTTP client for a provider's token endpoint. Each call is a POST with a JSON body, limited in time and in the size of
 * its answer. Redirects are not followed.
 *
 * <p>Thread-safe.
 */
public interface TokenEndpoint {

    /**
     * Posts a JSON object.
     *
     * @param uri the endpoint
     * @param headers headers beside {@code Content-Type} and {@code Accept}
     * @param body the members of the object
     * @return the body of the 2xx answer, at most 64 KiB, never empty
     * @throws TokenRequestException if no usable answer came
     */
    String post(URI uri, Map<String, String> headers, Map<String, ?> body) throws TokenRequestException;
}
