// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's five minutes, the command line's page and the starters, typed as they stand. */
@ExtendWith(Arrival.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidesIT {

    private static final String STAND_IN = Newcomer.STAND_IN;

    private final Newcomer newcomer;
    private final Path tmp;
    private final Terminal first;
    private final Document readme = Newcomer.readme();
    private Terminal second;

    GuidesIT(Newcomer newcomer) {
        this.newcomer = newcomer;
        tmp = newcomer.tmp();
        first = newcomer.first();
    }

    @BeforeAll
    void openTheSecondTerminal() throws Exception {
        second = newcomer.inTheProject("README");
        second.type(readme.block("sh", "alias paybearer"));
    }

    @AfterAll
    void close() throws InterruptedException {
        second.close();
    }

    private String here(String commands) {
        return newcomer.here(commands);
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

        try (Terminal terminal = newcomer.in(shop, "README, five lines")) {
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
        try (Terminal terminal = newcomer.atWork("Java SE")) {
            assertThat(terminal.type(page.blocks("sh").get(0)))
                    .contains(page.blocks("text").get(0));
        }
        first.until("/checkout/api/encrypt/generate/signature -> 200 (accepted)");
    }

    @ParameterizedTest
    @CsvSource({"WildFly,started in,17", "Quarkus,Listening on,17", "Helidon MP,Server started,21"})
    void starter_ofAServer_answersWhatThePageSays(String title, String started, int jdk) throws Exception {
        assumeTrue(newcomer.javaVersion() >= jdk, title + " needs Java " + jdk);
        Document page = Document.guide("starters").below("## " + title);
        String commands = page.blocks("sh").get(0);
        try (Terminal server = newcomer.atWork(title);
                Terminal user = newcomer.atWork(title)) {
            server.typeAndLeave(commands, started);
            assertThat(user.type(page.blocks("sh").get(1)))
                    .contains(page.blocks("text").get(0).strip());
        }
        first.until("/checkout/api/encrypt/generate/signature -> 200 (accepted)");
    }
}
