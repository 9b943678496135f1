// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an annotation of the Rest Client method that makes a request: first on the method, then on the interface. What was
 * found for a method is remembered. Thread-safe.
 *
 * @param <A> the annotation, such as {@code @PaymentAccount}
 * @param <V> what the annotation means, such as an account
 */
final class InvokedMethod<A extends Annotation, V> {

    /** The request property in which every implementation names the method (MicroProfile Rest Client 3.0, section 3.4). */
    static final String PROPERTY = "org.eclipse.microprofile.rest.client.invokedMethod";

    private final Class<A> annotation;
    private final Function<A, V> value;
    private final @Nullable Class<?> restClient;
    private final ConcurrentMap<Method, Optional<V>> known = new ConcurrentHashMap<>();

    InvokedMethod(Class<A> annotation, Function<A, V> value, @Nullable Class<?> restClient) {
        this.annotation = annotation;
        this.value = value;
        this.restClient = restClient;
    }

    /**
     * What the annotation means for a request.
     *
     * @param invoked the value of {@link #PROPERTY}
     * @return null if no method makes the request, as with a plain client, or there is no annotation
     */
    @Nullable V value(@Nullable Object invoked) {
        if (!(invoked instanceof Method method)) {
            return null;
        }
        Optional<V> found = known.get(method);
        if (found == null) {
            found = look(method);
            known.put(method, found);
        }
        return found.orElse(null);
    }

    private Optional<V> look(Method method) {
        A found = method.getAnnotation(annotation);
        if (found == null) {
            found = on(restClient == null ? method.getDeclaringClass() : restClient, annotation);
        }
        return Optional.ofNullable(found).map(value);
    }

    /** The annotation on an interface, else on the first interface that it extends. Java inherits no annotation there. */
    static <A extends Annotation> @Nullable A on(Class<?> type, Class<A> annotation) {
        A found = type.getAnnotation(annotation);
        for (Class<?> base : type.getInterfaces()) {
            found = found == null ? on(base, annotation) : found;
        }
        return found;
    }
}
