// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One whole call of the filter on a request of RESTEasy, which is asked about redirects; the floor does what any filter has to. */
public class ResteasyBenchmark {

    private static final String SERVED = "io.paybearer.served";

    /** A request without an entity. */
    @State(Scope.Benchmark)
    public static class Get extends Request {
        public Get() {
            super(Invocation.Builder::buildGet);
        }
    }

    /** A request with an entity, whose bytes would be kept for a second request. */
    @State(Scope.Benchmark)
    public static class Post extends Request {
        public Post() {
            super(request -> request.buildPost(Entity.json("{}")));
        }
    }

    /** A client's request, made new before each call. */
    @State(Scope.Benchmark)
    public abstract static class Request {

        private final Function<Invocation.Builder, Invocation> method;
        private final OutputStream wire = OutputStream.nullOutputStream();
        private final CredentialFilter filter = new CredentialFilter(Binding.NONE);
        private BenchmarkAccounts running;
        private Client client;
        private ClientRequestContextImpl request;

        Request(Function<Invocation.Builder, Invocation> method) {
            this.method = method;
        }

        @Setup
        public void start() {
            running = BenchmarkAccounts.start(1);
            client = ClientBuilder.newClient();
            Invocation invocation =
                    method.apply(client.target(running.uris()[0]).request());
            request = new ClientRequestContextImpl((ClientInvocation) invocation);
            if (filtered().getHeaders().getFirst("Authorization") == null) {
                throw new IllegalStateException("no credential was put on the request");
            }
        }

        private ClientRequestContextImpl renewed() {
            request.getHeaders().remove("Authorization");
            request.removeProperty(SERVED);
            request.setEntityStream(wire);
            return request;
        }

        ClientRequestContextImpl filtered() {
            filter.filter(renewed());
            return request;
        }

        @TearDown
        public void stop() {
            client.close();
            running.close();
        }
    }

    @Benchmark
    public Object resteasyGet(Get state) {
        return state.filtered();
    }

    @Benchmark
    public Object resteasyPost(Post state) {
        return state.filtered();
    }

    @Benchmark
    public Object resteasyFloor(Get state) {
        ClientRequestContextImpl request = ((Request) state).renewed();
        List<Object> values = new ArrayList<>(1);
        values.add("Bearer token");
        request.getHeaders().put("Authorization", values);
        request.setProperty(SERVED, values);
        return request;
    }
}
