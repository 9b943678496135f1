// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;
import java.util.Map;

/**
 * A request that the sandbox received, and its verdict on it. {@link #toString()} shows no query, header or body.
 *
 * @param provider the stand-in that has the path
 * @param method the HTTP method
 * @param path the path, not decoded
 * @param query the query, not decoded; may be empty
 * @param headers all values of each header, whose name is found in any case
 * @param body the body as UTF-8 text; may be empty
 * @param status the status of the answer; 0 before the answer, and where the connection was dropped
 * @param verdict {@code pending} before the answer; then {@code accepted}, the reason of a refusal, or the fault that was
 *     played
 */
public record ReceivedRequest(
        Provider provider,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        String body,
        int status,
        String verdict) {

    /**
     * Whether the stand-in has judged the request and found it in order.
     *
     * @return false as well if a fault took the place of the judgement
     */
    public boolean accepted() {
        return verdict.equals(Reply.ACCEPTED);
    }

    /**
     * The values of a header.
     *
     * @param name its name, in any case
     * @return the values in the order of arrival; empty if the header is absent
     */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return provider + " " + method + " " + path + " -> " + status + " (" + verdict + ")";
    }
}
