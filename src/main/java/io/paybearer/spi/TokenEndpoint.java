// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.net.URI;
import java.util.Map;

/**
 * The HTTP client for a provider's token endpoint. Each call is a POST with a JSON body, limited in time and in the size of
 * its answer. Redirects are not followed. An answer may be compressed by gzip.
 *
 * <p>Thread-safe.
 */
public interface TokenEndpoint {

    /**
     * Posts a JSON object that may arrive twice without harm, such as a login. It is sent once more, on a new connection, if
     * the endpoint has closed a kept connection instead of answering.
     *
     * @param uri the endpoint
     * @param headers headers beside {@code Content-Type} and {@code Accept}
     * @param body the members of the object
     * @return the answer
     * @throws TokenRequestException if no usable answer came
     */
    EndpointAnswer login(URI uri, Map<String, String> headers, Map<String, ?> body) throws TokenRequestException;

    /**
     * Posts a JSON object once, whatever happens. This is for a request that uses something up, such as a refresh token.
     *
     * @param uri the endpoint
     * @param headers headers beside {@code Content-Type} and {@code Accept}
     * @param body the members of the object
     * @return the answer
     * @throws TokenRequestException if no usable answer came
     */
    EndpointAnswer post(URI uri, Map<String, String> headers, Map<String, ?> body) throws TokenRequestException;
}
