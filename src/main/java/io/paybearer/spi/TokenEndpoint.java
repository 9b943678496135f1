// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.net.URI;
import java.util.Map;

/**
 * The way to a provider's token endpoint: one POST with a JSON body, bounded in time and size, following no redirect.
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
