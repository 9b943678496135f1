// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.Collection;
import java.util.List;

/**
 * The REST client of Quarkus. It follows redirects only where it has been told to, which the handler that sends a request shows.
 * A second request is not made: response filters run on an event loop, where nothing may wait, and too late to change the
 * outcome.
 */
final class QuarkusEngine implements Engine {

    private final Reflected.Getter context = new Reflected.Getter("getRestClientRequestContext");
    private final Reflected.Getter handlers = new Reflected.Getter("getHandlers");

    @Override
    public void forbidRedirects(ClientRequestContext request) {
        // there is no such setting for one request
    }

    @Override
    public Object transport(ClientRequestContext request) throws ReflectiveOperationException {
        for (Object handler : (Object[]) handlers.of(context.of(request))) {
            if (KnownTransports.stays(handler)) {
                return handler;
            }
        }
        throw new NoSuchFieldException("no handler sends the request");
    }

    /** What an application has put in to change requests of Vert.x can also switch redirects on. */
    @Override
    public boolean follows(ClientRequestContext request, Object transport) throws ReflectiveOperationException {
        return !Boolean.FALSE.equals(Reflected.field(transport, "followRedirects")) || customized(transport);
    }

    private static boolean customized(Object transport) throws ReflectiveOperationException {
        try {
            return Reflected.field(transport, "clientRequestCustomizers") instanceof Collection<?> all
                    && !all.isEmpty();
        } catch (NoSuchFieldException ofAnEarlierVersion) {
            return false;
        }
    }

    @Override
    public boolean aborted(ClientRequestContext request) throws ReflectiveOperationException {
        return Boolean.TRUE.equals(Reflected.call(request, "isAborted"));
    }

    @Override
    public List<?> requestFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return List.of();
    }

    @Override
    public List<?> responseFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return List.of();
    }

    @Override
    public boolean mayChangeLater(ClientRequestContext request) {
        return false;
    }

    @Override
    public String innermostStream() {
        return "";
    }

    @Override
    public boolean keepsCookies(ClientRequestContext request) {
        return false;
    }

    @Override
    public boolean sendAgain(ClientRequestContext request, ClientResponseContext response, SecondSending second)
            throws ReflectiveOperationException {
        throw new NoSuchMethodException("Quarkus sends no request again");
    }
}
