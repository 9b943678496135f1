// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy, as Jakarta REST client and below MicroProfile Rest Client, in WildFly and Open Liberty as well. A request cannot be
 * told about redirects, but its engine says whether it follows them.
 */
final class ResteasyEngine implements Engine {

    private static final String APACHE_CLIENT = "org.apache.http.impl.client.InternalHttpClient";

    private final Reflected.Getter invocation = new Reflected.Getter("getInvocation");
    private final Reflected.Getter engine = new Reflected.Getter("httpEngine");
    private final Reflected.Getter httpClient = new Reflected.Getter("getHttpClient");
    private final Reflected.Getter followRedirects = new Reflected.Getter("isFollowRedirects");

    private final Class<?> ours;
    private @Nullable Known last;

    ResteasyEngine(Class<?> ours) {
        this.ours = ours;
    }

    /** What sends the requests of a client: it has one engine for its whole life. */
    private record Known(WeakReference<Client> client, WeakReference<Object> transport) {}

    @Override
    public void forbidRedirects(ClientRequestContext request) {
        // there is no such setting for one request
    }

    @Override
    public Object transport(ClientRequestContext request) throws ReflectiveOperationException {
        Client client = request.getClient();
        Known known = last;
        Object transport = known != null && known.client().refersTo(client)
                ? known.transport().get()
                : null;
        if (transport == null) {
            transport = transportOf(sender(request));
            last = new Known(new WeakReference<>(client), new WeakReference<>(transport));
        }
        return transport;
    }

    private Object transportOf(Object sender) throws ReflectiveOperationException {
        Object apache = KnownTransports.stays(sender) ? httpClient.of(sender) : sender;
        return apache.getClass().getName().equals(APACHE_CLIENT) ? sender : apache;
    }

    private Object sender(ClientRequestContext request) throws ReflectiveOperationException {
        return engine.of(request.getClient());
    }

    @Override
    public boolean follows(ClientRequestContext request, Object transport) throws ReflectiveOperationException {
        Object sender = KnownTransports.stays(transport) ? transport : sender(request);
        return Boolean.TRUE.equals(followRedirects.of(sender));
    }

    @Override
    public boolean aborted(ClientRequestContext request) throws ReflectiveOperationException {
        return Reflected.call(request, "getAbortedWithResponse") != null;
    }

    @Override
    public List<?> requestFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return List.of((Object[]) Reflected.required(invocation.of(request), "getRequestFilters"));
    }

    @Override
    public List<?> responseFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return List.of((Object[]) Reflected.required(invocation.of(request), "getResponseFilters"));
    }

    @Override
    public boolean mayChangeLater(ClientRequestContext request) {
        return request.hasEntity();
    }

    @Override
    public String innermostStream() {
        return "org.jboss.resteasy.util.DelegatingOutputStream";
    }

    /** The client has a store in any case, which stays empty unless cookies are managed; a context can bring another store. */
    @Override
    public boolean keepsCookies(ClientRequestContext request) throws ReflectiveOperationException {
        Object sender = sender(request);
        Object store = Reflected.field(httpClient.of(sender), "cookieStore");
        boolean empty = store == null || ((List<?>) Reflected.required(store, "getCookies")).isEmpty();
        return !empty || Reflected.field(sender, "httpContextProvider") != null;
    }

    /**
     * The engine sends the invocation once more. It asks the interceptors for the entity again; ours is the first of them
     * and writes the bytes that were sent. The place of the first answer in the pool of connections is given
     * back before: otherwise as many refused calls as the pool has places would wait for each other. Idle connections are closed,
     * since a server may close a connection after a 401 without saying so, and the second request must not find such a one.
     */
    @Override
    public boolean sendAgain(ClientRequestContext request, ClientResponseContext response, SecondSending second)
            throws ReflectiveOperationException, IOException {
        Object sent = invocation.of(request);
        Object sender = sender(request);
        requireFirstInterceptor(request, sent);
        Object connections = Reflected.required(httpClient.of(sender), "getConnectionManager");
        Object first = Reflected.required(response, "getClientResponse");
        RefusedBody body = RefusedBody.read(response);
        try {
            Reflected.call(first, "releaseConnection", false);
            Reflected.call(connections, "closeIdleConnections", 0L, TimeUnit.MILLISECONDS);
            second.exchange(request.getHeaders());
            replace(response, first, sent(request, sender, sent, second));
            return true;
        } catch (ReflectiveOperationException | RuntimeException failure) {
            if (!SecondSending.nothingSent(failure)) {
                throw SecondSending.unanswered(failure);
            }
            response.setEntityStream(body.givenBack());
            return false;
        }
    }

    private void requireFirstInterceptor(ClientRequestContext request, Object sent)
            throws ReflectiveOperationException {
        if (request.hasEntity()) {
            Object[] interceptors = (Object[]) Reflected.required(sent, "getWriterInterceptors");
            if (!ours.isInstance(interceptors[0])) {
                throw new NoSuchMethodException("an interceptor runs before ours: " + interceptors[0].getClass());
            }
        }
    }

    private static Response sent(ClientRequestContext request, Object sender, Object invocation, SecondSending second)
            throws ReflectiveOperationException {
        OutputStream stream = request.getEntityStream();
        request.setProperty(SecondSending.PROPERTY, second);
        if (stream instanceof Sent wrapped) {
            request.setEntityStream(wrapped.wire());
        }
        try {
            return (Response) Reflected.required(sender, "invoke", invocation);
        } finally {
            request.setEntityStream(stream);
            request.removeProperty(SecondSending.PROPERTY);
        }
    }

    /**
     * The reason phrase is set on the response itself, since the context takes the number of a status alone. The entity is taken
     * as it came: {@code readEntity} would have the client's interceptors decode it, and they do so again for the application.
     */
    private static void replace(ClientResponseContext response, Object first, Response second)
            throws ReflectiveOperationException {
        InputStream entity = (InputStream) Reflected.call(second, "getEntityStream");
        response.setStatus(second.getStatus());
        Reflected.call(first, "setReasonPhrase", second.getStatusInfo().getReasonPhrase());
        SecondSending.replace(response.getHeaders(), second.getStringHeaders());
        response.setEntityStream(entity == null ? InputStream.nullInputStream() : entity);
    }
}
