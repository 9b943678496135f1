// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The guides in {@code src/docs}: their code compiles, their configurations can be loaded, their links lead somewhere. */
class GuidesTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#([^)]+))?\\)");

    @TempDir
    private Path folder;

    @Test
    void javaSnippets_compile() throws IOException {
        List<String> snippets = Guide.all().stream()
                .filter(guide -> !guide.name().equals("adding-a-provider"))
                .flatMap(guide -> guide.blocks("java").stream())
                .toList();

        assertThat(snippets).hasSizeGreaterThan(4);
        assertThat(new JavaSnippets(snippets).compiled(folder)).isEmpty();
    }

    @Test
    void propertiesSnippets_areReadWithoutProblemsAndWarnings() throws IOException {
        List<String> snippets = Guide.all().stream()
                .flatMap(guide -> guide.blocks("properties").stream())
                .filter(snippet -> snippet.contains(".provider="))
                .toList();

        assertThat(snippets)
                .hasSizeGreaterThan(2)
                .allSatisfy(snippet -> assertThat(Snippet.ofProperties(snippet.replace("/vault/", "/run/"))
                                .readAsProperties()
                                .warnings())
                        .as(snippet)
                        .isEmpty());
    }

    @Test
    void yamlSnippets_areYaml_andMountWhatTheKeyNames() throws IOException {
        List<String> snippets = Guide.of("secrets").blocks("yaml");
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
        String source = Guide.of("secrets").blocks("java").get(0);
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

    @Test
    void links_leadSomewhere() throws IOException {
        for (Guide guide : Guide.all()) {
            LINK.matcher(guide.text()).results().forEach(link -> {
                Path target = Path.of("src/docs").resolve(link.group(1)).normalize();
                assertThat(target).as(guide.name()).exists();
                if (link.group(2) != null) {
                    assertThat(titles(target)).as(guide.name() + ": " + target).contains(link.group(2));
                }
            });
        }
    }

    private static List<String> titles(Path document) {
        try {
            return Files.readAllLines(document).stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readme_linksEveryGuide() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Guide.all()).allSatisfy(guide -> assertThat(readme).contains("(src/docs/" + guide.name() + ".md)"));
    }
}
