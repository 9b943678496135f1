// SPDX-License-Identifier: Apache-2.0
package org.jboss.resteasy.reactive.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Contexts that look as if they came from the REST client of Quarkus: their classes lie in its package. */
public final class ReactiveContexts {

    private interface Request extends ClientRequestContext {}

    private interface Writing extends WriterInterceptorContext {}

    private ReactiveContexts() {}

    public static ClientRequestContext of(ClientRequestContext real) {
        return disguised(Request.class, real);
    }

    public static WriterInterceptorContext of(WriterInterceptorContext real) {
        return disguised(Writing.class, real);
    }

    /** Proxies of an interface that is not public lie in its package. */
    private static <T> T disguised(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
