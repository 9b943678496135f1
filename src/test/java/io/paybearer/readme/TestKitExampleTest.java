// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.paybearer.spi.TokenIssuerProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The examples of {@code src/docs/testing.md} and {@code src/docs/adding-a-provider.md} are compiled and run. */
class TestKitExampleTest {

    @TempDir
    private Path folder;

    @Test
    void example_compilesAndPasses() throws Exception {
        String tests = Document.guide("testing").block("java", "class CheckoutTest");

        assertPasses("CheckoutTest", 4, Document.readme().block("java", "interface SignatureApi"), tests);
    }

    @Test
    void exampleOfTheObject_compilesAndPasses() throws Exception {
        String program = Document.guide("testing").block("java", "public class Checkout {");
        assertThat(new JavaSnippets(List.of(Document.readme().block("java", "interface SignatureApi"), program))
                        .compiled(folder))
                .isEmpty();

        withLoader(loader ->
                loader.loadClass("Checkout").getMethod("main", String[].class).invoke(null, (Object) new String[0]));
    }

    @Test
    void exampleOfAnOwnProvider_compilesAndPasses() throws Exception {
        Document guide = Document.guide("adding-a-provider");
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(TokenIssuerProvider.class.getName()), guide.block("service", "AcmePay"));

        assertPasses("io.paybearer.guide.AcmePayTest", 1, guide.blocks("java").toArray(String[]::new));
    }

    private void assertPasses(String test, int howMany, String... snippets) throws Exception {
        assertThat(new JavaSnippets(List.of(snippets)).compiled(folder)).isEmpty();
        withLoader(loader -> EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(loader.loadClass(test)))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(howMany).succeeded(howMany)));
    }

    private interface Run {
        void with(ClassLoader loader) throws Exception;
    }

    private void withLoader(Run run) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            run.with(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
