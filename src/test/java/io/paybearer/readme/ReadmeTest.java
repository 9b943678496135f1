// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import io.paybearer.sandbox.SandboxAccount;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README's five minutes makes its call; the commands around it are run by {@code CliIT}. */
class ReadmeTest {

    private static final String SANDBOX = "http://127.0.0.1:18080";

    @TempDir
    private Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @Test
    void program_makesACallThatTheStandInAccepts() throws Exception {
        try (PaymentSandbox sandbox = PaymentSandbox.start();
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            assertThat(new JavaSnippets(program(sandbox)).compiled(folder)).isEmpty();
            Thread.currentThread().setContextClassLoader(loader);
            SandboxAccount.TWO_CHECKOUT.register(sandbox);
            Configured keys = Configured.nothing();
            SandboxAccount.TWO_CHECKOUT.keys("shop-eu", sandbox.uri()).forEach(keys::key);
            try (CurrentConfiguration current = CurrentConfiguration.of(keys)) {
                loader.loadClass("Shop").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            }

            assertThat(sandbox.received()).singleElement().matches(ReceivedRequest::accepted);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static List<String> program(PaymentSandbox sandbox) {
        List<String> program = Document.readme().blocks("java").stream()
                .filter(snippet -> snippet.contains("interface SignatureApi") || snippet.contains("class Shop"))
                .map(snippet -> snippet.replace(SANDBOX, sandbox.uri().toString()))
                .toList();
        assertThat(program).hasSize(2);
        assertThat(String.join("", program)).contains(sandbox.uri().toString());
        return program;
    }
}
