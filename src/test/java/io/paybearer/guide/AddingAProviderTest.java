// SPDX-License-Identifier: Apache-2.0
package io.paybearer.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.ReceivedRequest;
import io.paybearer.sandbox.kit.TestKit;
import io.paybearer.sandbox.kit.TestKitBuilder;
import io.paybearer.spi.TokenIssuerProvider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of {@code src/docs/adding-a-provider.md} at work. */
class AddingAProviderTest {

    private static final Path SOURCES = Path.of("src/test/java/io/paybearer/guide");
    private static final Path GUIDE = Path.of("src/docs/adding-a-provider.md");
    private static final String LOGIN = "/api/v1/authentication/login";
    private static final int MOST_LINES = 60;
    private static final int MOST_LINES_OF_A_STAND_IN = 25;

    private static final Pattern KEY = Pattern.compile("(?m)^(paybearer\\.account\\.acme\\.[a-z-]+)=(.+)$");

    @TempDir
    private Path application;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void install() throws IOException {
        Path services = Files.createDirectories(application.resolve("META-INF/services"));
        Files.writeString(services.resolve(TokenIssuerProvider.class.getName()), AcmePay.class.getName());
        URL[] own = {application.toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(own, before));
    }

    @AfterEach
    void remove() throws IOException {
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(before);
    }

    /** As the guide configures it, but for the places that are not on this machine. */
    private static TestKit configured(UnaryOperator<String> change) throws IOException {
        TestKitBuilder kit = TestKit.builder().standIn(new AcmePayStandIn());
        KEY.matcher(change.apply(Files.readString(GUIDE)))
                .results()
                .forEach(line -> kit.key(line.group(1), here(line.group(2))));
        return kit.start();
    }

    private static String here(String value) {
        return value.startsWith("/run/secrets/")
                ? Configured.secretFile("an API key\n")
                : value.replace("https://api.acmepay.example", "{sandbox}");
    }

    @Test
    void calls_carryItsToken_whichIsAskedForOnce() throws IOException {
        try (TestKit kit = configured(UnaryOperator.identity());
                Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            for (String tenant : List.of("", "", "acct_2")) {
                client.target(kit.sandbox().uri())
                        .path("payments")
                        .request()
                        .property(PaybearerProperties.CLIENT_ID, tenant)
                        .get()
                        .close();
            }
            assertThat(kit.sandbox().received())
                    .extracting(request -> request.path() + request.header("x-on-behalf-of"))
                    .containsExactly(LOGIN + "[]", "/payments[]", "/payments[]", "/payments[acct_2]");
            assertThat(kit.sandbox().received()).allMatch(ReceivedRequest::accepted);
        }
    }

    @Test
    void token_livesAsLongAsTheAnswerSays() throws IOException {
        try (TestKit kit = configured(UnaryOperator.identity())) {
            kit.sandbox().settings().tokenLifetime(Duration.ofMinutes(30));
            AccessToken first = AccessTokens.fromConfig().get("acme");

            kit.sandbox().clock().advance(Duration.ofMinutes(20));
            assertThat(AccessTokens.fromConfig().get("acme")).isEqualTo(first);
            kit.sandbox().clock().advance(Duration.ofMinutes(10));
            assertThat(AccessTokens.fromConfig().get("acme")).isNotEqualTo(first);
        }
    }

    @Test
    void otherClient_isRefusedByTheStandIn() throws IOException {
        try (TestKit kit = configured(guide -> guide.replace("acme.client=shop-eu", "acme.client=shop-us"))) {
            assertThatThrownBy(() -> AccessTokens.fromConfig().get("acme"))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContaining("the provider refuses the credentials");
            assertThat(kit.sandbox().received())
                    .extracting(ReceivedRequest::verdict)
                    .containsExactly("header x-client-id is another than expected");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | it has no expires_at",
                "{\"expires_at\": \"2026-01-01T12:00:00+0000\"} | its body has no \"token\"",
                "{\"expires_at\": \"soon\"} | its \"expires_at\" is not a date and time"
            })
    void answerWithoutAToken_isAFailureThatMayPass(String answer, String complaint) throws IOException {
        try (TestKit kit = configured(UnaryOperator.identity())) {
            kit.sandbox().faults().next(LOGIN, Fault.body("application/json", answer));

            assertThatThrownBy(() -> AccessTokens.fromConfig().get("acme"))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageStartingWith("account 'acme' has no token to send: POST ")
                    .hasMessageEndingWith("/login answered 200 with application/json, but " + complaint);
        }
    }

    @Test
    void misspeltKey_isReportedWithTheOneThatIsMeant() throws IOException {
        try (TestKit kit = configured(guide -> guide.replace("api-key-file=", "api-kei-file="))) {
            assertThatThrownBy(AccessTokens::fromConfig)
                    .isInstanceOf(PaybearerConfigException.class)
                    .hasMessageContaining("paybearer.account.acme.api-key: it is missing");
        }
    }

    @ParameterizedTest
    @CsvSource({"AcmePay.java, " + MOST_LINES, "AcmePayStandIn.java, " + MOST_LINES_OF_A_STAND_IN})
    void guide_showsTheExampleAsItIs_andItIsShort(String file, int mostLines) throws IOException {
        String source = Files.readString(SOURCES.resolve(file)).replaceFirst("(?s)^// SPDX.*?(?=package )", "");

        assertThat(Files.readString(GUIDE)).contains("```java\n" + source + "```");
        assertThat(source.lines().count()).isLessThanOrEqualTo(mostLines);
    }
}
