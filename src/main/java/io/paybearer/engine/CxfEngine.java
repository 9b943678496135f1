// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * CXF, as Jakarta REST client and below MicroProfile Rest Client, in TomEE as well. The conduit of a message says whether it
 * follows redirects; the message can be told that no place is allowed to lead to.
 */
final class CxfEngine implements Engine {

    /** The one property of CXF about redirects that counts for a single message. */
    private static final String ALLOWED_PLACES = "http.redirect.allowed.uri";

    /** No URI begins with this. */
    private static final String NO_PLACE = "none";

    private static final String SELECTOR = "org.apache.cxf.endpoint.ConduitSelector";

    /** The selector that has chosen its one conduit before any filter runs. Others lead requests to one of several places. */
    private static final String FIXED_SELECTOR = "org.apache.cxf.endpoint.UpfrontConduitSelector";

    /** HttpURLConnection may make a second connection after it has sent a request, and fail at that. */
    private static final String REPEATS_BY_ITSELF = "org.apache.cxf.transport.http.URLConnectionHTTPConduit";

    private final Reflected.Getter message = new Reflected.Getter("getMessage");
    private final Reflected.Getter exchange = new Reflected.Getter("getExchange");
    private final Reflected.Getter autoRedirect = new Reflected.Getter("isAutoRedirect");

    @Override
    public void forbidRedirects(ClientRequestContext request) throws ReflectiveOperationException {
        CxfSending.map(message.of(request)).put(ALLOWED_PLACES, NO_PLACE);
    }

    @Override
    public Object transport(ClientRequestContext request) throws ReflectiveOperationException {
        Object sent = message.of(request);
        Object selector = CxfSending.map(exchange.of(sent)).get(SELECTOR);
        if (selector != null && !selector.getClass().getName().equals(FIXED_SELECTOR)) {
            return selector;
        }
        return Reflected.required(exchange.of(sent), "getConduit", sent);
    }

    @Override
    public boolean follows(ClientRequestContext request, Object transport) throws ReflectiveOperationException {
        Object policy = Reflected.required(transport, "getClient", message.of(request));
        return Boolean.TRUE.equals(autoRedirect.of(policy));
    }

    @Override
    public boolean aborted(ClientRequestContext request) throws ReflectiveOperationException {
        return CxfSending.map(exchange.of(message.of(request))).get("jakarta.ws.rs.core.Response") != null;
    }

    @Override
    public List<?> requestFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return filters(request, "getClientRequestFilters");
    }

    @Override
    public List<?> responseFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return filters(request, "getClientResponseFilters");
    }

    private List<?> filters(ClientRequestContext request, String which) throws ReflectiveOperationException {
        Object sent = message.of(request);
        Class<?> factories = Class.forName(
                "org.apache.cxf.jaxrs.client.ClientProviderFactory",
                false,
                request.getClass().getClassLoader());
        Object factory = Reflected.callStatic(factories, "getInstance", sent);
        List<Object> filters = new ArrayList<>();
        for (Object one : (List<?>) Reflected.required(factory, which)) {
            filters.add(Reflected.required(one, "getProvider"));
        }
        return filters;
    }

    /** CXF has interceptors of its own, which run after the filters even if there is no entity. */
    @Override
    public boolean mayChangeLater(ClientRequestContext request) {
        return true;
    }

    @Override
    public String innermostStream() {
        return "org.apache.cxf.transport.http.ProxyOutputStream";
    }

    /** A conduit has cookies if it maintains a session; HttpURLConnection asks the JVM's handler. */
    @Override
    public boolean keepsCookies(ClientRequestContext request) throws ReflectiveOperationException {
        Object cookies = Reflected.required(transport(request), "getCookies");
        return !((Map<?, ?>) cookies).isEmpty() || CookieHandler.getDefault() != null;
    }

    /** The conduit sends a copy of the message, whose header map is of the same class: its order counts on the wire. */
    @Override
    public boolean sendAgain(ClientRequestContext request, ClientResponseContext response, SecondSending second)
            throws ReflectiveOperationException, IOException {
        Object sent = message.of(request);
        Object sender = transport(request);
        CxfSending again = new CxfSending(sent, exchange.of(sent), second);
        try {
            replace(response, again.through(sender));
            return true;
        } catch (ReflectiveOperationException | RuntimeException | IOException failure) {
            boolean harmless =
                    !sender.getClass().getName().equals(REPEATS_BY_ITSELF) || SecondSending.safe(request.getMethod());
            if (!harmless || !SecondSending.nothingSent(failure)) {
                throw SecondSending.unanswered(failure);
            }
            return false;
        }
    }

    /** Some getters of the context ask the message, some the response: both get the second answer's head. */
    private static void replace(ClientResponseContext response, CxfSending.Answer second)
            throws ReflectiveOperationException {
        Response built = (Response) Reflected.field(response, "r");
        InputStream first = response.getEntityStream();
        response.setStatus(second.status());
        SecondSending.replace(response.getHeaders(), second.headers());
        if (built != null) {
            built.getMetadata().clear();
            response.getHeaders().forEach((name, values) -> built.getMetadata().put(name, new ArrayList<>(values)));
        }
        response.setEntityStream(second.entity());
        SecondSending.close(first);
    }
}
