// SPDX-License-Identifier: Apache-2.0
package io.paybearer.security;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Values of types that are not ours: the texts that they hold are given. */
final class KnownValues {

    private static final Map<Class<?>, Function<Supplier<String>, Object>> VALUES = Map.ofEntries(
            Map.entry(boolean.class, text -> false),
            Map.entry(int.class, text -> 1),
            Map.entry(long.class, text -> 1L),
            Map.entry(double.class, text -> 0.5),
            Map.entry(Instant.class, text -> Instant.EPOCH),
            Map.entry(Duration.class, text -> Duration.ofHours(1)),
            Map.entry(Clock.class, text -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
            Map.entry(String.class, Supplier::get),
            Map.entry(URI.class, text -> URI.create("https://host.example/" + text.get())),
            Map.entry(Path.class, text -> Path.of(text.get())),
            Map.entry(InetSocketAddress.class, text -> InetSocketAddress.createUnresolved(text.get(), 1)),
            Map.entry(
                    InputStream.class,
                    text -> new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8))),
            Map.entry(PrintStream.class, text -> new PrintStream(OutputStream.nullOutputStream())),
            Map.entry(Class.class, text -> KnownValues.class),
            Map.entry(Method.class, text -> KnownValues.class.getDeclaredMethods()[0]),
            Map.entry(ClassLoader.class, text -> KnownValues.class.getClassLoader()),
            Map.entry(CompletableFuture.class, text -> new CompletableFuture<>()),
            Map.entry(SSLContext.class, text -> tls()));

    private KnownValues() {}

    /** A value of this type, if the type is known. */
    static Optional<Object> of(Class<?> type, Supplier<String> text) {
        return Optional.ofNullable(VALUES.get(type)).map(maker -> maker.apply(text));
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
