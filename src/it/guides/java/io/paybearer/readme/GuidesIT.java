// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The README and the guides, typed as they stand by somebody who has a JDK, Maven and this project's files. The only differences: the
 * local repository has what Maven Central offers already, and {@code /tmp} is a folder of the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidesIT {

    private static final String STAND_IN = "http://127.0.0.1:18080";

    private static final Path JDK = Path.of(System.getProperty("it.jdk"));

    private Path tmp = Path.of("");
    private Map<String, String> environment = Map.of();
    private final List<Terminal> terminals = new ArrayList<>();
    private Terminal first;
    private Terminal second;
    private Document readme;

    /** The steps of the README that all pages begin with. */
    @BeforeAll
    void buildAndStartTheStandIns(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        tmp = folder;
        Path repository = Project.repository(tmp.resolve("repository"), Path.of(System.getProperty("it.maven.repo")));
        environment = new HashMap<>(Map.of("MAVEN_OPTS", "-Dmaven.repo.local=" + repository));
        environment.put("JAVA_HOME", JDK.toString());
        environment.put("PATH", JDK.resolve("bin") + ":" + System.getenv("PATH"));
        Path project = Project.copy(tmp.resolve("project"));
        readme = Document.readme().below("## Five minutes with the sandbox");
        second = Terminal.in(project, environment);
        terminals.add(second);
        assertThat(second.type(readme.block("sh", "mvn -q -DskipTests install")))
                .doesNotContainPattern("\\[\\P{Alpha}*(ERROR|WARNING)");
        first = Terminal.in(project, environment);
        terminals.add(first);
        first.type(readme.block("sh", "alias paybearer"));
        second.type(readme.block("sh", "alias paybearer"));
        first.leave(here(readme.block("sh", "paybearer sandbox")), "Listening at " + STAND_IN);
    }

    @AfterAll
    void close() throws InterruptedException {
        for (Terminal terminal : terminals) {
            terminal.close();
        }
    }

    private String here(String commands) {
        return commands.replace("/tmp/", tmp + "/");
    }

    @Test
    void commandLine_printsWhatItsPageSays() throws Exception {
        Document page = Document.guide("command-line").below("## Try it");
        String commands = page.block("sh", "check --online");

        assertThat(commands).isEqualTo(readme.block("sh", "check --online"));
        String printed = second.type(here(commands));
        assertThat(withoutTimes(printed)).contains(withoutTimes(page.block("text", "paymentsgate")));
        assertThat(printed).contains("\"alg\"").contains("HS512");
        first.until("/deals/payin -> 200 (accepted)");
    }

    /** How long something took, and how long a token still lives, differs by a little each time. */
    private static String withoutTimes(String text) {
        return text.replaceAll("[0-9]+ (h|min|s|ms)\\b", "N $1").replaceAll(" N s\\b|(?<=N min) N s", "");
    }

    @Test
    void callFromJava_isMadeByTheProjectOfTheReadme() throws Exception {
        second.type(here(readme.block("sh", "mkdir -p")));
        Path shop = tmp.resolve("shop");
        Files.writeString(shop.resolve("pom.xml"), readme.block("xml", "<artifactId>shop</artifactId>"));
        Path java = shop.resolve("src/main/java");
        Files.writeString(java.resolve("Shop.java"), readme.block("java", "public class Shop"));
        Files.writeString(
                java.resolve("SignatureApi.java"),
                Document.readme().below("### A typed client").block("java", "public interface SignatureApi"));

        assertThat(second.type(readme.block("sh", "exec:java"))).contains("{signature=");
        first.until("/checkout/api/encrypt/generate/signature -> 200 (accepted)");
    }

    /** The two accounts that the README makes "from nothing", at the stand-ins in place of the two providers. */
    @Test
    void fiveLines_makeACall_asPayPalAndStripeWantIt() throws Exception {
        Path shop = tmp.resolve("five-lines");
        Files.createDirectories(shop.resolve("src/main/resources/META-INF"));
        Files.createDirectories(shop.resolve("src/main/java"));
        Files.writeString(shop.resolve("pom.xml"), readme.block("xml", "<artifactId>shop</artifactId>"));
        String keys = Document.readme().below("## The providers").block("properties", "paypal.provider=oauth2");
        Files.writeString(
                shop.resolve("src/main/resources/META-INF/microprofile-config.properties"), atTheStandIns(keys));
        Files.writeString(shop.resolve("src/main/java/Shop.java"), """
                import io.paybearer.PaybearerFeature;
                import jakarta.ws.rs.client.Client;
                import jakarta.ws.rs.client.ClientBuilder;

                public class Shop {
                    public static void main(String[] arguments) {
                        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
                            for (String path : new String[] {"/oauth2/api/v2/checkout/orders", "/static/v1/charges"}) {
                                System.out.println(client.target("%s" + path).request().get().getStatus());
                            }
                        }
                    }
                }
                """.formatted(STAND_IN));

        try (Terminal terminal = Terminal.in(shop, environment)) {
            assertThat(terminal.type(readme.block("sh", "exec:java"))).contains("200\n200\n");
        }
    }

    private String atTheStandIns(String keys) throws IOException {
        Path client = Files.writeString(tmp.resolve("client-secret"), "sandbox-client-secret");
        Path key = Files.writeString(tmp.resolve("api-key"), "sandbox-api-key");
        String mine = keys.replace("https://api-m.sandbox.paypal.com/v1/oauth2/token", STAND_IN + "/oauth2/token")
                .replace("https://api-m.sandbox.paypal.com", STAND_IN + "/oauth2/api")
                .replace("AbCdEf0123456789", "sandbox-client")
                .replace("/run/secrets/paypal-client-secret", client.toString())
                .replace("https://api.stripe.com", STAND_IN + "/static")
                .replace("/run/secrets/stripe-secret-key", key.toString());
        assertThat(mine).doesNotContain("https://", "/run/");
        return mine;
    }

    @Test
    void starter_ofJavaSe_printsWhatThePageSays() throws Exception {
        Document page = Document.guide("starters").below("## Java SE");
        try (Terminal terminal = atWork()) {
            assertThat(terminal.type(page.blocks("sh").get(0)))
                    .contains(page.blocks("text").get(0));
        }
        first.until("/checkout/api/encrypt/generate/signature -> 200 (accepted)");
    }

    @ParameterizedTest
    @CsvSource({"WildFly,started in,17", "Quarkus,Listening on,17", "Helidon MP,Server started,21"})
    void starter_ofAServer_answersWhatThePageSays(String title, String started, int jdk) throws Exception {
        assumeTrue(javaVersion() >= jdk, title + " needs Java " + jdk);
        Document page = Document.guide("starters").below("## " + title);
        List<String> commands = page.blocks("sh").get(0).lines().toList();
        try (Terminal server = atWork();
                Terminal user = atWork()) {
            server.type(String.join("\n", commands.subList(0, commands.size() - 1)));
            server.leave(commands.get(commands.size() - 1), started);
            assertThat(user.type(page.blocks("sh").get(1)))
                    .contains(page.blocks("text").get(0).strip());
        }
        first.until("/checkout/api/encrypt/generate/signature -> 200 (accepted)");
    }

    private static int javaVersion() throws IOException {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(JDK.resolve("release"))) {
            release.load(reader);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }

    private Terminal atWork() throws IOException, InterruptedException {
        Terminal terminal = Terminal.in(Files.createDirectories(tmp.resolve("work")), environment);
        terminal.type("export PAYBEARER=" + tmp.resolve("project"));
        return terminal;
    }
}
