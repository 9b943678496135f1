// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scenarios, each in a JVM of its own that knows one implementation of Jakarta REST. */
final class Scenarios {

    private static final Pattern OTHERS = Pattern.compile(".*/(?:org/glassfish/jersey|org/apache/cxf)/.*");

    static final List<Class<?>> ALL =
            List.of(Herd.class, Aging.class, StartUp.class, Growth.class, SharedStore.class, EndToEnd.class);

    private Scenarios() {}

    static void run(Class<?> scenario) throws IOException, InterruptedException {
        String jdk = System.getProperty("java.home");
        String other = System.getProperty("it.jdk", jdk);
        play(jdk, scenario);
        if (scenario == Herd.class && !other.equals(jdk)) {
            play(other, scenario);
        }
    }

    private static void play(String jdk, Class<?> scenario) throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OTHERS.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(jdk, "bin", "java").toString(),
                "-Dquick=" + System.getProperty("quick"),
                "-Dsun.net.httpserver.nodelay=true",
                "-Xmx1g",
                "-cp",
                classPath,
                scenario.getName()));
        int outcome = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (outcome != 0) {
            throw new IllegalStateException(scenario.getName() + " failed");
        }
    }
}
