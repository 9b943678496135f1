// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples of {@code src/docs/secrets.md} for Kubernetes and Vault. */
class SecretsGuideTest {

    @TempDir
    private Path folder;

    @Test
    void yamlSnippets_areYaml_andMountWhatTheKeyNames() throws IOException {
        List<String> snippets = Document.guide("secrets").blocks("yaml");
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        snippets.forEach(snippet -> assertThat(yaml.loadAll(snippet))
                .allSatisfy(part -> assertThat(part).isInstanceOf(Map.class)));
        List<Object> parts = StreamSupport.stream(yaml.loadAll(snippets.get(0)).spliterator(), false)
                .toList();

        Object container = at(parts.get(1), "spec", "template", "spec", "containers", 0);
        String file = at(at(parts.get(0), "stringData"), "secret-word") == null ? "" : "secret-word";
        assertThat(at(container, "env", 0, "value"))
                .isEqualTo(at(container, "volumeMounts", 0, "mountPath") + "/" + file);
        assertThat(at(parts.get(1), "spec", "template", "spec", "volumes", 0, "secret", "secretName"))
                .isEqualTo(at(parts.get(0), "metadata", "name"));
    }

    private static Object at(Object tree, Object... path) {
        Object here = tree;
        for (Object step : path) {
            here = step instanceof Integer index ? ((List<?>) here).get(index) : ((Map<?, ?>) here).get(step);
        }
        return here;
    }

    @Test
    void vaultConfigSource_readsTheSecretsFromVault() throws Exception {
        String source = Document.guide("secrets").blocks("java").get(0);
        assertThat(new JavaSnippets(List.of(source)).compiled(folder)).isEmpty();
        AtomicReference<String> asked = new AtomicReference<>();
        HttpServer vault = vault(asked);
        System.setProperty(
                "VAULT_ADDR", "http://127.0.0.1:" + vault.getAddress().getPort());
        System.setProperty("VAULT_TOKEN", "hvs.test");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            ConfigSource secrets = (ConfigSource)
                    loader.loadClass("VaultConfigSource").getConstructor().newInstance();

            assertThat(secrets.getValue("paybearer.account.shop-eu.secret-word"))
                    .isEqualTo("a secret word");
            assertThat(secrets.getPropertyNames()).hasSize(1);
            assertThat(asked.get()).isEqualTo("/v1/secret/data/paybearer hvs.test");
        } finally {
            System.clearProperty("VAULT_ADDR");
            System.clearProperty("VAULT_TOKEN");
            vault.stop(0);
        }
    }

    private static HttpServer vault(AtomicReference<String> asked) throws IOException {
        byte[] answer = "{\"data\":{\"data\":{\"paybearer.account.shop-eu.secret-word\":\"a secret word\"}}}"
                .getBytes(StandardCharsets.UTF_8);
        HttpServer vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Vault-Token"));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        vault.start();
        return vault;
    }
}
