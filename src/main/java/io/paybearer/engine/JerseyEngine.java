// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response.StatusType;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.CookieHandler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jersey, as Jakarta REST client and below MicroProfile Rest Client, in Payara and Helidon as well. A request can be told not to
 * follow redirects, and the listed connectors do as the request says.
 */
final class JerseyEngine implements Engine {

    private static final String FOLLOW_REDIRECTS = "jersey.config.client.followRedirects";

    private final Reflected.Getter runtime = new Reflected.Getter("getClientRuntime");
    private final Reflected.Getter connector = new Reflected.Getter("getConnector");

    private final Class<?> ours;

    private record Ranked(int rank, boolean ours, Object filter) {}

    JerseyEngine(Class<?> ours) {
        this.ours = ours;
    }

    @Override
    public void forbidRedirects(ClientRequestContext request) {
        request.setProperty(FOLLOW_REDIRECTS, false);
    }

    @Override
    public Object transport(ClientRequestContext request) throws ReflectiveOperationException {
        return connector.of(runtime.of(request));
    }

    @Override
    public boolean follows(ClientRequestContext request, Object transport) {
        return false;
    }

    @Override
    public boolean aborted(ClientRequestContext request) throws ReflectiveOperationException {
        return Reflected.call(request, "getAbortResponse") != null;
    }

    /** Jersey sorts filters of equal rank as it likes: the others count as later than ours. */
    @Override
    public List<?> requestFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return filters(
                request,
                ClientRequestFilter.class,
                Comparator.comparing(Ranked::rank).thenComparing(Ranked::ours, Comparator.reverseOrder()));
    }

    /** The others of equal rank count as earlier than ours. */
    @Override
    public List<?> responseFilters(ClientRequestContext request) throws ReflectiveOperationException {
        return filters(
                request,
                ClientResponseFilter.class,
                Comparator.comparing(Ranked::rank, Comparator.reverseOrder()).thenComparing(Ranked::ours));
    }

    private List<?> filters(ClientRequestContext request, Class<?> contract, Comparator<Ranked> order)
            throws ReflectiveOperationException {
        Object injection = Reflected.required(request, "getInjectionManager");
        Object all = Reflected.callStatic(
                type(request, "org.glassfish.jersey.internal.inject.Providers"),
                "getAllRankedProviders",
                injection,
                contract);
        List<Ranked> ranked = new ArrayList<>();
        for (Object one : (Iterable<?>) all) {
            Object filter = Reflected.required(one, "getProvider");
            int rank = (int) Reflected.required(one, "getRank");
            ranked.add(new Ranked(rank, ours.isInstance(filter), filter));
        }
        ranked.sort(order);
        return ranked.stream().map(Ranked::filter).toList();
    }

    private static Class<?> type(ClientRequestContext request, String name) throws ClassNotFoundException {
        return Class.forName(name, false, request.getClass().getClassLoader());
    }

    @Override
    public boolean mayChangeLater(ClientRequestContext request) {
        return request.hasEntity();
    }

    @Override
    public String innermostStream() {
        return "org.glassfish.jersey.message.internal.CommittingOutputStream";
    }

    @Override
    public boolean keepsCookies(ClientRequestContext request) {
        return CookieHandler.getDefault() != null;
    }

    /** The connector sends a copy of the request, whose entity is written by a writer that has the bytes already. */
    @Override
    public boolean sendAgain(ClientRequestContext request, ClientResponseContext response, SecondSending second)
            throws ReflectiveOperationException, IOException {
        Object sender = transport(request);
        ClientRequestContext copy = (ClientRequestContext)
                request.getClass().getConstructor(request.getClass()).newInstance(request);
        second.exchange(copy.getHeaders());
        KeptEntity kept = new KeptEntity(Reflected.required(request, "getWorkers"), second.entity());
        Class<?> workers = type(request, "org.glassfish.jersey.message.MessageBodyWorkers");
        request.getClass()
                .getMethod("setWorkers", workers)
                .invoke(copy, Proxy.newProxyInstance(workers.getClassLoader(), new Class<?>[] {workers}, kept));
        try {
            replace(response, Reflected.required(sender, "apply", copy));
            return true;
        } catch (ReflectiveOperationException | RuntimeException failure) {
            boolean harmless = request.hasEntity() ? !kept.handedOver : SecondSending.safe(request.getMethod());
            if (!harmless || !SecondSending.nothingSent(failure)) {
                throw SecondSending.unanswered(failure);
            }
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private static void replace(ClientResponseContext response, Object second) throws ReflectiveOperationException {
        InputStream first = response.getEntityStream();
        InputStream entity = (InputStream) Reflected.call(second, "getEntityStream");
        response.setStatusInfo((StatusType) Reflected.required(second, "getStatusInfo"));
        SecondSending.replace(
                response.getHeaders(), (Map<String, List<String>>) Reflected.required(second, "getHeaders"));
        response.setEntityStream(entity == null ? InputStream.nullInputStream() : entity);
        SecondSending.close(first);
    }

    /** Jersey's writers, but for the entity of one request. */
    private static final class KeptEntity implements InvocationHandler {

        private final Object workers;
        private final byte[] bytes;

        /** Whether there was a connection for the entity. HttpURLConnection may make another one when it waits for the answer. */
        private boolean handedOver;

        KeptEntity(Object workers, byte[] bytes) {
            this.workers = workers;
            this.bytes = bytes;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("writeTo") && arguments != null) {
                for (Object argument : arguments) {
                    if (argument instanceof OutputStream stream) {
                        stream.write(bytes);
                        return noticed(stream);
                    }
                }
            }
            try {
                return method.invoke(workers, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        /** Jersey asks for a connection when the stream is closed, at the latest. */
        private OutputStream noticed(OutputStream stream) {
            return new FilterOutputStream(stream) {
                @Override
                public void close() throws IOException {
                    out.close();
                    handedOver = true;
                }
            };
        }
    }
}
