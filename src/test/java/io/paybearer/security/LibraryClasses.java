// SPDX-License-Identifier: Apache-2.0
package io.paybearer.security;

import io.paybearer.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the library, of the command line and of the sandbox, as they were compiled. */
final class LibraryClasses {

    private LibraryClasses() {}

    /** The classes whose objects have more to say in a {@code toString} than their class: records, exceptions and those that define it. */
    static List<Class<?>> thatPrintThemselves() {
        Path top = top();
        try (Stream<Path> files = Files.walk(top)) {
            return files.map(file -> top.relativize(file).toString())
                    .filter(name -> name.startsWith("io") && name.endsWith(".class"))
                    .sorted()
                    .<Class<?>>map(name -> named(name.replace(".class", "").replaceAll("[/\\\\]", ".")))
                    .filter(LibraryClasses::printsItself)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path top() {
        try {
            return Path.of(Secret.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, LibraryClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an object prints more than its class. A constant of an enum prints its name, which is no secret. */
    private static boolean printsItself(Class<?> type) {
        try {
            return !type.isInterface()
                    && !Modifier.isAbstract(type.getModifiers())
                    && !Enum.class.isAssignableFrom(type)
                    && type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
