// SPDX-License-Identifier: Apache-2.0
package io.paybearer.security;

import io.paybearer.Secret;
import io.paybearer.account.Application;
import io.paybearer.client.CredentialFilter;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentSandbox;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes objects with a text of its own, a canary, in each place that can hold a text: so what an object prints tells from which
 * places it comes. A place is a component of a record, such as {@code Origin.host}; of another class it is the position of a
 * parameter of the constructor with the most parameters, such as {@code Leaves.0}. {@code .key} is added for the key of a map.
 */
final class Canaries {

    /** Their objects print no more than their class, and need an application or a port. */
    private static final Set<Class<?>> NOT_MADE =
            Set.of(Application.class, CredentialFilter.class, PaymentSandbox.class);

    private final Map<String, String> places = new LinkedHashMap<>();
    private final Set<Class<?>> making = new HashSet<>();

    /** The places whose canaries stand in a text. */
    Set<String> placesIn(String text) {
        Set<String> found = new TreeSet<>();
        places.forEach((canary, place) -> {
            if (text.contains(canary)) {
                found.add(place);
            }
        });
        return found;
    }

    /** A new object of a class. */
    Object made(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(one -> !one.isSynthetic())
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new AssertionError("how is a " + type + " made?"));
        constructor.setAccessible(true);
        making.add(type);
        Type[] types = constructor.getGenericParameterTypes();
        if (types.length < constructor.getParameterCount()) { // an inner class, whose outer object has no generic type
            types = constructor.getParameterTypes();
        }
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = value(types[i], name(type) + "." + component(type, i));
        }
        making.remove(type);
        return constructor.newInstance(arguments);
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String component(Class<?> type, int index) {
        RecordComponent[] components = type.getRecordComponents();
        return components == null ? String.valueOf(index) : components[index].getName();
    }

    /**
     * What an object gets for a parameter: a token where a class leaves the type open, and nothing where an object may have another
     * one of its own class.
     */
    private Object value(Type generic, String place) throws ReflectiveOperationException {
        if (generic instanceof ParameterizedType parts) {
            return making.contains(parts.getRawType()) ? null : generic(parts, place);
        }
        if (generic instanceof TypeVariable) {
            return made(Class.forName("io.paybearer.token.HeldToken"));
        }
        return plain(generic instanceof Class<?> type ? type : Object.class, place);
    }

    private Object generic(ParameterizedType generic, String place) throws ReflectiveOperationException {
        Class<?> type = (Class<?>) generic.getRawType();
        Type[] inside = generic.getActualTypeArguments();
        if (type == Optional.class) {
            return Optional.of(value(inside[0], place));
        }
        if (type == List.class || type == Collection.class) {
            return List.of(value(inside[0], place));
        }
        if (type == Set.class) {
            return Set.of(value(inside[0], place));
        }
        if (type == Map.class) {
            return Map.of(value(inside[0], place + ".key"), value(inside[1], place));
        }
        return plain(type, place);
    }

    private Object plain(Class<?> type, String place) throws ReflectiveOperationException {
        if (type == byte[].class) {
            return canary(place).getBytes(StandardCharsets.UTF_8);
        }
        if (type == Secret.class) {
            return Secret.of(canary(place));
        }
        if (Throwable.class.isAssignableFrom(type) && type.isAssignableFrom(IllegalStateException.class)) {
            return new IllegalStateException(canary(place));
        }
        if (place.equals("PaymentsGateMerchant.publicKeyPem")) { // which any text is not
            return TestMerchants.PUBLIC_PEM;
        }
        if (type == Object.class || type == CharSequence.class) {
            return canary(place);
        }
        Optional<Object> known = KnownValues.of(type, () -> canary(place));
        return known.isPresent() ? known.get() : ours(type);
    }

    private String canary(String place) {
        String canary = "canary" + places.size() + "x";
        places.put(canary, place);
        return canary;
    }

    private Object ours(Class<?> type) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return made(type.getPermittedSubclasses()[0]);
        }
        if (type.isInterface()) {
            InvocationHandler says = (proxy, method, arguments) ->
                    KnownValues.of(method.getReturnType(), () -> "a proxy").orElse(null);
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, says);
        }
        return NOT_MADE.contains(type) || Modifier.isAbstract(type.getModifiers()) ? null : made(type);
    }
}
