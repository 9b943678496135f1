// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.net.URI;
import java.util.Map;

/**
 * The HTTP client for a provider's token endpoint, with the timeouts, proxy, trust store and key store of the account. Each call is a
 * POST, limited in time and in the size of its answer. Redirects are not followed. An answer may be compressed by gzip.
 *
 * <p>Thread-safe.
 */
public interface TokenEndpoint {

    /**
     * Sends a request.
     *
     * @param request the request
     * @return the answer, whose status was 2xx
     * @throws TokenRequestException if no usable answer came
     */
    EndpointAnswer send(TokenRequest request) throws TokenRequestException;

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
    default EndpointAnswer login(URI uri, Map<String, String> headers, Map<String, ?> body)
            throws TokenRequestException {
        return send(with(headers, TokenRequest.json(uri, body)));
    }

    /**
     * Posts a JSON object once, whatever happens. This is for a request that uses something up, such as a refresh token. The key
     * {@code refresh-uri} names its URI.
     *
     * @param uri the endpoint
     * @param headers headers beside {@code Content-Type} and {@code Accept}
     * @param body the members of the object
     * @return the answer
     * @throws TokenRequestException if no usable answer came
     */
    default EndpointAnswer post(URI uri, Map<String, String> headers, Map<String, ?> body)
            throws TokenRequestException {
        TokenRequest request = TokenRequest.json(uri, body).sentOnce().uriFrom("refresh-uri");
        return send(with(headers, request));
    }

    private static TokenRequest with(Map<String, String> headers, TokenRequest request) {
        TokenRequest all = request;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            all = all.header(header.getKey(), header.getValue());
        }
        return all;
    }
}
