package io.paybearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.config.CurrentConfig;
import io.paybearer.config.PaybearerConfig;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.spi.TokenIssuerProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says is so. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern TYPE = Pattern.compile("(?m)^public (?:interface|class) (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\R");
    private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (\\w+)=(.*)$");

    private static final String README = readme();

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    // snippets

    @Test
    void javaSnippets_compile() throws IOException {
        assertThat(blocks("java")).hasSizeGreaterThan(8);
        assertThat(compiled(blocks("java"))).isEmpty();
    }

    @Test
    void javaSnippet_withAMistake_doesNotCompile() throws IOException {
        assertThat(compiled(List.of("io.paybearer.AccessTokens.fromConfig().fetch(\"shop-eu\");")))
                .contains("fetch");
    }

    @Test
    void propertiesSnippets_areReadWithoutProblemsAndWarnings() throws IOException {
        assertThat(blocks("properties")).hasSizeGreaterThan(6);
        for (String snippet : blocks("properties")) {
            assertThat(read(properties(completed(snippet))).warnings())
                    .as(snippet)
                    .isEmpty();
        }
    }

    @Test
    void propertiesSnippet_withAMisspeltKey_isWarnedOf() throws IOException {
        String misspelt = "paybearer.account.shop-eu.rest-client=signatures\n";

        assertThat(read(properties(completed(misspelt))).warnings())
                .singleElement()
                .asString()
                .contains("paybearer.account.shop-eu.rest-clients");
    }

    @Test
    void environmentSnippet_isReadWithoutProblemsAndWarnings() {
        Map<String, String> variables = EXPORT.matcher(String.join("", blocks("sh")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> existing(found.group(1), found.group(2))));

        PaybearerConfig config = read(new EnvConfigSource(variables, 300));

        assertThat(config.accounts())
                .singleElement()
                .satisfies(account -> assertThat(account.name()).isEqualTo("shop-eu"));
        assertThat(config.warnings()).isEmpty();
    }

    // keys

    @Test
    void keyTables_haveTheKeysThatTheCodeReads_andNoOther() {
        Map<String, String> tables = Map.of(
                "paymentsgate", "### PaymentsGate", "2checkout", "### 2Checkout", "borderless", "### borderless");
        tables.forEach((provider, title) -> {
            Set<String> documented = new TreeSet<>(keysBelow("### Every account"));
            documented.addAll(keysBelow(title));
            assertThat(documented).as(provider).isEqualTo(keysReadFor(provider));
        });
        assertThat(tables.keySet()).isEqualTo(providers().keySet());
        assertThat(keysBelow("## Keys")).containsExactly("paybearer.accounts");
    }

    // errors

    @Test
    void faultyConfiguration_failsAsShown() {
        try (CurrentConfiguration current =
                CurrentConfiguration.of(configured(properties(blocks("ini").get(0))))) {
            assertThat(blocks("text")).contains(message(AccessTokens::fromConfig));
        }
    }

    @Test
    void refusals_areWordedAsShown() {
        try (CurrentConfiguration current = CurrentConfiguration.of(configured(properties(completed(""))))) {
            assertThat(blocks("text"))
                    .contains(
                            message(() -> get(PaybearerFeature.forAccount("shop-eu"), "https://example.org/orders/17")))
                    .contains(message(() -> AccessTokens.fromConfig().get("shop-us")));
        }
    }

    @Test
    void missingTokens_areWordedAsShown() {
        PaymentSandbox sandbox = PaymentSandbox.start();
        Map<String, String> keys = properties(paymentsGate());
        keys.put("paybearer.account.gate.base-uri", sandbox.uri().toString());
        try (CurrentConfiguration current = CurrentConfiguration.of(configured(keys))) {
            String refused = message(() -> AccessTokens.fromConfig().get("gate"));
            sandbox.close();
            assertThat(blocks("text")).contains(atTheProvider(refused, sandbox));
        }
        try (CurrentConfiguration current = CurrentConfiguration.of(configured(keys))) {
            String unreachable = message(() -> AccessTokens.fromConfig().get("gate"));
            assertThat(blocks("text")).contains(atTheProvider(unreachable, sandbox));
        }
    }

    private static void get(PaybearerFeature feature, String uri) {
        try (Client client = ClientBuilder.newClient().register(feature)) {
            client.target(uri).request().get();
        }
    }

    private static String message(Runnable attempt) {
        return catchThrowable(attempt::run).getMessage() + "\n";
    }

    private static String atTheProvider(String message, PaymentSandbox sandbox) {
        return message.replace(sandbox.uri().toString(), "https://secure.sandbox.paymentsgate.io");
    }

    // other documents

    @Test
    void testsThatAreNamed_exist() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            for (String document : List.of("README.md", "SECURITY.md", "CONTRIBUTING.md")) {
                assertThat(TEST.matcher(Files.readString(Path.of(document)))
                                .results()
                                .map(found -> found.group(1)))
                        .as(document)
                        .isNotEmpty()
                        .isSubsetOf(tests);
            }
        }
    }

    // the README

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> blocks(String language) {
        return BLOCK.matcher(README)
                .results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }

    private static Set<String> keysBelow(String title) {
        String rest = README.substring(README.indexOf("\n" + title + "\n") + title.length() + 2);
        String section = rest.split("\n#", 2)[0];
        return KEY_ROW.matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String paymentsGate() {
        return blocks("properties").stream()
                .filter(snippet -> snippet.contains("provider=paymentsgate"))
                .findFirst()
                .orElseThrow();
    }

    /** A snippet without an account is meant to stand beside the first one. */
    private static String completed(String snippet) {
        return snippet.contains(".provider=") ? snippet : blocks("properties").get(0) + snippet;
    }

    // configuration

    private static Map<String, String> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> keys = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> keys.put(key, existing(key, properties.getProperty(key))));
        return keys;
    }

    /** The files of the snippets are not there: they are replaced by ones that are. */
    private static String existing(String key, String value) {
        if (!value.startsWith("/run/secrets/")) {
            return value;
        }
        return Configured.secretFile(key.endsWith("public-key-file") ? TestMerchants.PUBLIC_PEM : "a secret text");
    }

    private static Configured configured(Map<String, String> keys) {
        Configured configured = Configured.nothing();
        keys.forEach(configured::key);
        return configured;
    }

    private static PaybearerConfig read(Map<String, String> keys) {
        return read(new PropertiesConfigSource(keys, "README.md", 500));
    }

    private static PaybearerConfig read(ConfigSource source) {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        Config config = resolver.getBuilder().withSources(source).build();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader own = new ClassLoader(before) {};
        resolver.registerConfig(config, own);
        Thread.currentThread().setContextClassLoader(own);
        try {
            return CurrentConfig.get().read(providers(), InstantSource.system());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            resolver.releaseConfig(config);
        }
    }

    private static Map<String, TokenIssuerProvider> providers() {
        return ServiceLoader.load(TokenIssuerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(TokenIssuerProvider::id, Function.identity()));
    }

    private static Set<String> keysReadFor(String provider) {
        String account = "paybearer.account.a.";
        Set<String> asked = new TreeSet<>();
        Map<String, String> keys = Map.of(account + "provider", provider);
        catchThrowable(() -> read(new Listening(keys, asked)));
        return asked.stream()
                .filter(key -> key.startsWith(account))
                .map(key -> key.substring(account.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes which keys it is asked for. */
    private record Listening(Map<String, String> keys, Set<String> asked) implements ConfigSource {

        @Override
        public String getName() {
            return "asked";
        }

        @Override
        public Set<String> getPropertyNames() {
            return keys.keySet();
        }

        @Override
        public String getValue(String key) {
            asked.add(key);
            return keys.get(key);
        }
    }

    // compiler

    /** Files by name: types as they are, statements in a class of their own. */
    private static Map<String, String> sources(List<String> snippets) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String snippet : snippets) {
            var type = TYPE.matcher(snippet);
            String name = type.find() ? type.group(1) : "Snippet" + sources.size();
            sources.put(name, name.startsWith("Snippet") ? wrapped(name, snippet) : snippet);
        }
        return sources;
    }

    private static String wrapped(String name, String snippet) {
        String imports =
                IMPORT.matcher(snippet).results().map(found -> found.group()).collect(Collectors.joining());
        return imports + "class " + name + " {\n void run() throws Exception {\n"
                + IMPORT.matcher(snippet).replaceAll("") + "\n}\n}\n";
    }

    /** What the compiler complains of; empty if nothing. */
    private String compiled(List<String> snippets) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", CLASS_PATH));
        for (Map.Entry<String, String> source : sources(snippets).entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, complaints, complaints, arguments.toArray(String[]::new));
        return result == 0 ? "" : complaints.toString(StandardCharsets.UTF_8);
    }
}
