// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.util.List;

/**
 * The implementation of Jakarta REST that sends a request, asked through the very objects that will send this one. Nothing is
 * remembered from one request to the next, since redirects can be switched on at any time. If a question finds no answer, it
 * ends in an exception, never in a guess. Thread-safe.
 */
public interface Engine {

    /**
     * Tells the implementation to follow no redirect with this request, as far as it can be told for one request.
     *
     * @param request the request
     * @throws ReflectiveOperationException if it cannot be told
     */
    void forbidRedirects(ClientRequestContext request) throws ReflectiveOperationException;

    /**
     * The object that will send the request; or what is in its way, if that could send the request elsewhere.
     *
     * @param request the request
     * @return the object
     * @throws ReflectiveOperationException if it cannot be found
     */
    Object transport(ClientRequestContext request) throws ReflectiveOperationException;

    /**
     * Whether the request would follow redirects although it was forbidden.
     *
     * @param request the request
     * @param transport what sends it
     * @return whether it would
     * @throws ReflectiveOperationException if that cannot be known
     */
    boolean follows(ClientRequestContext request, Object transport) throws ReflectiveOperationException;

    /**
     * Whether a filter has answered the request, so that it has never been sent.
     *
     * @param request the request
     * @return whether it has
     * @throws ReflectiveOperationException if that cannot be known
     */
    boolean aborted(ClientRequestContext request) throws ReflectiveOperationException;

    /**
     * The request filters.
     *
     * @param request the request
     * @return the filters in the order in which they run
     * @throws ReflectiveOperationException if they cannot be known
     */
    List<?> requestFilters(ClientRequestContext request) throws ReflectiveOperationException;

    /**
     * The response filters.
     *
     * @param request the request
     * @return the filters in the order in which they run
     * @throws ReflectiveOperationException if they cannot be known
     */
    List<?> responseFilters(ClientRequestContext request) throws ReflectiveOperationException;

    /**
     * Whether headers and entity may still change after the last request filter.
     *
     * @param request the request
     * @return whether they may
     */
    boolean mayChangeLater(ClientRequestContext request);

    /**
     * The class of the stream below all filters and interceptors: what is written there goes out as it is.
     *
     * @return its full name
     */
    String innermostStream();

    /**
     * Whether a cookie that an answer sets may go along with the next request.
     *
     * @param request the request
     * @return whether it may
     * @throws ReflectiveOperationException if that cannot be known
     */
    boolean keepsCookies(ClientRequestContext request) throws ReflectiveOperationException;

    /**
     * Sends a request again, with the same bytes and another token, by the object that has sent it before. The answer, as
     * soon as its head is there, takes the place of the first answer.
     *
     * @param request the request
     * @param response the first answer, which the second one replaces
     * @param second what is different in the second request
     * @return whether there is a second answer; false if nothing could be sent, and then the first answer is still there
     * @throws ReflectiveOperationException if the implementation is another than expected; the first answer is still there
     * @throws IOException if the second request may have been sent, and there is no answer
     */
    boolean sendAgain(ClientRequestContext request, ClientResponseContext response, SecondSending second)
            throws ReflectiveOperationException, IOException;
}
