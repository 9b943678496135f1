// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenarios, each in a JVM of its own. */
final class Scenarios {

    static final List<Class<?>> ALL = List.of(
            Herd.class, Aging.class, StartUp.class, FirstCall.class, Growth.class, SharedStore.class, EndToEnd.class);

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
        List<String> command = new ArrayList<>(List.of(
                Path.of(jdk, "bin", "java").toString(),
                "-Dquick=" + System.getProperty("quick"),
                "-Dsun.net.httpserver.nodelay=true",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                scenario.getName()));
        int outcome = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (outcome != 0) {
            throw new IllegalStateException(scenario.getName() + " failed");
        }
    }
}
