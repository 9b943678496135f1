// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The methods of one interface of a Rest Client, own and inherited, as implementations see them. Methods of the same name and
 * parameters are one call: an implementation may tell any of them to filters.
 *
 * @param type the interface
 */
public record ResourceMethods(Class<?> type) {

    /**
     * The calls: methods of the same name and parameters that no other method overrides.
     *
     * @return the methods of each
     */
    public List<List<Method>> calls() {
        List<List<Method>> calls = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                calls.stream()
                        .filter(call -> call.stream().anyMatch(other -> isLike(method, other) || isLike(other, method)))
                        .findFirst()
                        .orElseGet(() -> {
                            calls.add(new ArrayList<>());
                            return calls.get(calls.size() - 1);
                        })
                        .add(method);
            }
        }
        return calls;
    }

    /**
     * An interface and all that it extends.
     *
     * @param type the interface
     * @return nearest first
     */
    public static Set<Class<?>> hierarchy(Class<?> type) {
        Set<Class<?>> hierarchy = new LinkedHashSet<>();
        hierarchy.add(type);
        for (Class<?> base : type.getInterfaces()) {
            hierarchy.addAll(hierarchy(base));
        }
        return hierarchy;
    }

    /** Every declaration of a method in an interface and those that it extends: the method itself, and what it overrides. */
    static List<Method> declarations(Class<?> type, Method method) {
        return hierarchy(type).stream()
                .flatMap(each -> Stream.of(each.getDeclaredMethods()))
                .filter(each -> isLike(method, each))
                .toList();
    }

    /**
     * Whether a method makes a request: it, or a method that it overrides, has an annotation such as {@code @GET}.
     *
     * @param method the method
     * @return whether it does
     */
    public boolean makesRequest(Method method) {
        return declarations(type, method).stream()
                .flatMap(each -> Stream.of(each.getAnnotations()))
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.isAnnotationPresent(HttpMethod.class));
    }

    /**
     * Whether a method is a locator: it makes no request and returns an interface, of which the implementation makes another
     * client. Jersey wants no {@code @Path} for that; RESTEasy takes a default method that has {@code @Path}.
     *
     * @param method the method
     * @return whether it is one
     */
    public boolean locates(Method method) {
        return !makesRequest(method)
                && method.getReturnType().isInterface()
                && (Modifier.isAbstract(method.getModifiers())
                        || declarations(type, method).stream().anyMatch(each -> each.isAnnotationPresent(Path.class)));
    }

    /** Whether a method has the signature of another one, in which the parameters may be variables of types. */
    private static boolean isLike(Method method, Method other) {
        Class<?>[] types = method.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        if (!method.getName().equals(other.getName()) || types.length != others.length) {
            return false;
        }
        Type[] declared = other.getGenericParameterTypes();
        return IntStream.range(0, types.length)
                .allMatch(i -> types[i] == others[i]
                        || (!(declared[i] instanceof Class) && others[i].isAssignableFrom(types[i])));
    }
}
