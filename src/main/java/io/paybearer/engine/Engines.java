// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import jakarta.ws.rs.client.ClientRequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engines that are known, by the exact classes of their requests. They belong to one filter, so that classes of a server or an
 * application are not held beyond the filter's life. Thread-safe.
 */
public final class Engines {

    private record Seen(Class<?> request, @Nullable Engine engine) {}

    private final Map<String, Engine> known;

    /** A filter seldom sees another class. Not volatile: at worst, the table is asked again. */
    private @Nullable Seen last;

    /**
     * The engines, for one kind of filter.
     *
     * @param filter the class of the filters that put credentials on requests
     */
    public Engines(Class<?> filter) {
        known = Map.of(
                "org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl", new ResteasyEngine(filter),
                "org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl", new QuarkusEngine(),
                "org.glassfish.jersey.client.ClientRequest", new JerseyEngine(filter),
                "org.apache.cxf.jaxrs.client.spec.ClientRequestContextImpl", new CxfEngine());
    }

    /**
     * The engine of a request.
     *
     * @param request the request
     * @return its engine, or null if nothing is known of such requests
     */
    public @Nullable Engine of(ClientRequestContext request) {
        Class<?> type = request.getClass();
        Seen seen = last;
        if (seen == null || seen.request() != type) {
            seen = new Seen(type, known.get(type.getName()));
            last = seen;
        }
        return seen.engine();
    }
}
