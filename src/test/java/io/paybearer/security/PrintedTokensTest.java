// SPDX-License-Identifier: Apache-2.0
package io.paybearer.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.spi.TokenRequestException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No object of the packages that handle tokens prints a token. Each class with a {@code toString} of its own is made and printed. */
class PrintedTokensTest {

    private static final String CANARY = "CANARY-of-a-token";
    private static final Set<String> HARMLESS = Set.of("account", "provider");

    static Stream<Class<?>> classesThatPrintThemselves() throws Exception {
        Class<?> token = Class.forName("io.paybearer.token.TokenKeeper");
        Class<?> store = Class.forName("io.paybearer.store.GuardedStore");
        return Stream.concat(beside(token), beside(store)).filter(PrintedTokensTest::printsItself);
    }

    private static Stream<Class<?>> beside(Class<?> one) throws IOException, URISyntaxException {
        Path folder =
                Path.of(one.getResource(one.getSimpleName() + ".class").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<Class<?>> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .<Class<?>>map(name -> named(one.getPackageName() + "." + name.replace(".class", "")))
                    .toList();
            return classes.stream();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, PrintedTokensTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean printsItself(Class<?> type) {
        return !type.isInterface()
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("toString") && method.getParameterCount() == 0);
    }

    @ParameterizedTest
    @MethodSource("classesThatPrintThemselves")
    void object_printsNoToken(Class<?> type) throws Exception {
        assertThat(made(type).toString()).doesNotContain(CANARY);
    }

    /** An object of this class, with the canary in each place that can hold a text. */
    private static Object made(Class<?> type) throws Exception {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(one -> !one.isSynthetic())
                .max((a, b) -> Integer.compare(a.getParameterCount(), b.getParameterCount()))
                .orElseThrow(() -> new AssertionError("how is a " + type + " made?"));
        constructor.setAccessible(true);
        Parameter[] parameters = constructor.getParameters();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = HARMLESS.contains(parameters[i].getName())
                    ? "harmless"
                    : argument(parameters[i].getType(), parameters[i].getParameterizedType());
        }
        return constructor.newInstance(arguments);
    }

    private static Object argument(Class<?> type, Type generic) throws Exception {
        if (type == String.class || type == CharSequence.class) {
            return CANARY;
        }
        if (type == Secret.class) {
            return Secret.of(CANARY);
        }
        if (type == Optional.class) {
            Type inside = ((ParameterizedType) generic).getActualTypeArguments()[0];
            return Optional.of(argument((Class<?>) inside, inside));
        }
        if (type == Object.class) { // what a generic class holds here are tokens
            return made(named("io.paybearer.token.HeldToken"));
        }
        if (type.isAssignableFrom(TokenRequestException.class)) { // other tests look at messages
            return new TokenRequestException(TokenRequestException.Kind.UNAVAILABLE, "a failure", null);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return made(type.getPermittedSubclasses()[0]);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, args) -> answer(method.getReturnType()));
        }
        return type.isPrimitive() || type == Duration.class || type == Instant.class ? answer(type) : made(type);
    }

    private static Object answer(Class<?> type) {
        if (type == String.class) {
            return "a proxy";
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == Duration.class) {
            return Duration.ofHours(1);
        }
        return type == boolean.class
                ? false
                : type == double.class ? (Object) 0.5 : type == int.class ? (Object) 1 : 1L;
    }
}
