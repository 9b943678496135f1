// SPDX-License-Identifier: Apache-2.0
package io.paybearer.transports;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;

/** Objects of an implementation that the other class paths do not have, made and called by name. */
final class Reflection {

    private Reflection() {}

    static Object made(String type, Object... arguments) throws ReflectiveOperationException {
        for (Constructor<?> constructor : Class.forName(type).getConstructors()) {
            if (fits(constructor, arguments)) {
                return constructor.newInstance(arguments);
            }
        }
        throw new NoSuchMethodException(type);
    }

    static Object constant(String type, String name) throws ReflectiveOperationException {
        return Class.forName(type).getField(name).get(null);
    }

    static Object callStatic(String type, String name, Object... arguments) throws ReflectiveOperationException {
        return found(Class.forName(type), name, arguments).invoke(null, arguments);
    }

    static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        Method method = found(target.getClass(), name, arguments);
        method.setAccessible(true);
        return method.invoke(target, arguments);
    }

    private static Method found(Class<?> type, String name, Object... arguments) throws NoSuchMethodException {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && fits(method, arguments)) {
                return method;
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private static boolean fits(Executable executable, Object... arguments) {
        Class<?>[] types = executable.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = types[i].isInstance(arguments[i]) || (types[i] == boolean.class && arguments[i] instanceof Boolean);
        }
        return fits;
    }
}
