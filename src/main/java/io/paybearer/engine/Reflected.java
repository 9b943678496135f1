// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Members of another library's objects, found by name: the jar is compiled without that library, and a server may hide the
 * library's classes from the application. Whatever cannot be found or called is a {@link ReflectiveOperationException}; what a
 * called method throws is not.
 */
final class Reflected {

    private Reflected() {}

    /** A method without parameters. What was found for the last class is remembered. Thread-safe. */
    static final class Getter {

        private record Found(Class<?> type, Method method) {}

        private final String name;
        private @Nullable Found last;

        Getter(String name) {
            this.name = name;
        }

        /** What the method says of an object; never null. */
        Object of(Object target) throws ReflectiveOperationException {
            Object value = orNull(target);
            if (value == null) {
                throw new NoSuchMethodException(name + " says null");
            }
            return value;
        }

        @Nullable Object orNull(Object target) throws ReflectiveOperationException {
            Class<?> type = target.getClass();
            Found found = last;
            if (found == null || found.type() != type) {
                found = new Found(type, method(type, name));
                last = found;
            }
            return invoked(found.method(), target, (Object[]) null);
        }
    }

    /** Calls a method that takes arguments such as these. */
    static @Nullable Object call(Object target, String name, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        return invoked(method(target.getClass(), name, arguments), target, arguments);
    }

    /** The same where the method never says null. */
    static Object required(Object target, String name, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        return Objects.requireNonNull(call(target, name, arguments), name);
    }

    /** Calls a static method. */
    static Object callStatic(Class<?> type, String name, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        return Objects.requireNonNull(invoked(method(type, name, arguments), null, arguments), name);
    }

    static @Nullable Object field(Object target, String name) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return accessible(field).get(target);
                }
            }
        }
        throw new NoSuchFieldException(target.getClass().getName() + "." + name);
    }

    private static @Nullable Object invoked(
            Method method, @Nullable Object target, @Nullable Object @Nullable [] arguments)
            throws ReflectiveOperationException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new Failure(e.getCause());
        }
    }

    /** What a called method has thrown, if that has to be declared. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(@Nullable Throwable cause) {
            super(cause);
        }
    }

    private static Method method(Class<?> type, String name, @Nullable Object... arguments)
            throws NoSuchMethodException {
        for (Method method : type.getMethods()) {
            if (fits(method, name, arguments)) {
                return accessible(method);
            }
        }
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Method method : declaring.getDeclaredMethods()) {
                if (fits(method, name, arguments)) {
                    return accessible(method);
                }
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private static boolean fits(Method method, String name, @Nullable Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = method.getName().equals(name) && !method.isBridge() && types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = arguments[i] == null || types[i].isInstance(arguments[i]) || boxes(types[i], arguments[i]);
        }
        return fits;
    }

    private static boolean boxes(Class<?> type, Object argument) {
        return (type == boolean.class && argument instanceof Boolean)
                || (type == long.class && argument instanceof Long)
                || (type == int.class && argument instanceof Integer);
    }

    private static Method accessible(Method method) throws NoSuchMethodException {
        try {
            method.setAccessible(true);
            return method;
        } catch (InaccessibleObjectException | SecurityException hidden) {
            throw new NoSuchMethodException(hidden.getMessage());
        }
    }

    private static Field accessible(Field field) throws NoSuchFieldException {
        try {
            field.setAccessible(true);
            return field;
        } catch (InaccessibleObjectException | SecurityException hidden) {
            throw new NoSuchFieldException(hidden.getMessage());
        }
    }
}
