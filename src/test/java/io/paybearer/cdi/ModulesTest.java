// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which start events come from an application and not from an EAR. Events of EARs need a server: see {@code EarIT}. */
class ModulesTest {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    @AfterEach
    void restore() {
        thread.setContextClassLoader(before);
    }

    @Test
    void withoutServlets_anyEventIsTheApplications() {
        assertThat(Lifecycle.modulesStartNext(new Object())).isFalse();
    }

    /** RESTEasy 7 and Jetty, for example, bring that API. */
    @Test
    void withoutAServer_anyEventIsTheApplications_thoughTheApiOfServletsIsThere(@TempDir Path directory)
            throws Exception {
        Path source = Files.writeString(
                directory.resolve("ServletContext.java"),
                "package jakarta.servlet; public interface ServletContext {}");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", directory.toString(), source.toString());
        try (URLClassLoader servlets =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            assertThat(servlets.loadClass("jakarta.servlet.ServletContext")).isInterface();
            thread.setContextClassLoader(servlets);

            assertThat(Lifecycle.modulesStartNext(new Object())).isFalse();
        }
    }
}
