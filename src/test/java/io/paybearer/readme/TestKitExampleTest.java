// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The example of {@code src/docs/testing.md} is compiled and run. */
class TestKitExampleTest {

    @TempDir
    private Path folder;

    @Test
    void example_compilesAndPasses() throws Exception {
        List<String> snippets = Stream.of(Document.readme(), Document.guide("testing"))
                .flatMap(document -> document.blocks("java").stream())
                .filter(snippet -> snippet.contains("interface SignatureApi") || snippet.contains("@PaybearerSandbox"))
                .toList();
        assertThat(snippets).hasSize(2);
        assertThat(new JavaSnippets(snippets).compiled(folder)).isEmpty();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);

            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass("CheckoutTest")))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.started(2).succeeded(2));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
