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
 * Reads an annotation of the Rest Client method that makes a request: on the method, then on the interface. What it found
 * is kept. Thread-safe.
 *
 * @param <A> the annotation
 * @param <V> what is made of it
 */
final class InvokedMethod<A extends Annotation, V> {

    /** Set by every implementation of MicroProfile Rest Client (MicroProfile Rest Client 3.0, section 3.4). */
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
     * What the annotation of the method that makes a request means.
     *
     * @param invoked the request's property
     * @return null if there is no such method or annotation
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

    /** The annotation of an interface, else of the first of those that it extends; Java inherits none there. */
    static <A extends Annotation> @Nullable A on(Class<?> type, Class<A> annotation) {
        A found = type.getAnnotation(annotation);
        for (Class<?> base : type.getInterfaces()) {
            found = found == null ? on(base, annotation) : found;
        }
        return found;
    }
}
