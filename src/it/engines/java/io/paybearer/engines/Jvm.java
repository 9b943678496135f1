// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts small JVMs with this one's class path; what they log goes to a file in {@code target}. */
final class Jvm {

    private Jvm() {}

    /** Starts one whose class path begins with another, which may be empty. */
    static Process start(Class<?> main, String first, String name, Map<String, String> properties, String... arguments)
            throws IOException {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                first.isEmpty() ? own : first + File.pathSeparator + own));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Path log = Path.of("target", "cluster-" + name + ".log");
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
