// SPDX-License-Identifier: Apache-2.0
package io.paybearer.guide;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.paybearer.AccessTokens;
import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.spi.TokenIssuerProvider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final int MOST_LINES = 60;
    private static final int MOST_LINES_OF_A_STAND_IN = 20;

    private static final Pattern KEY = Pattern.compile("(?m)^(paybearer\\.account\\.acme\\.[a-z-]+)=(.+)$");

    @TempDir
    private Path application;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer acmePay;

    @BeforeEach
    void install() throws IOException {
        Path services = Files.createDirectories(application.resolve("META-INF/services"));
        Files.writeString(services.resolve(TokenIssuerProvider.class.getName()), AcmePay.class.getName());
        URL[] own = {application.toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(own, before));
        acmePay = standIn(received, "{\"token\": \"acme-token-1\", \"expires_at\": \"" + inHalfAnHour() + "\"}");
    }

    @AfterEach
    void remove() throws IOException {
        acmePay.stop(0);
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(before);
    }

    /** AcmePay on this machine: it notes the credentials of each request, and has one answer to all of them. */
    private static HttpServer standIn(List<String> received, String answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Headers sent = exchange.getRequestHeaders();
            received.add(Stream.of("x-client-id", "x-api-key", "Authorization", "x-on-behalf-of")
                    .map(sent::getFirst)
                    .filter(Objects::nonNull)
                    .collect(joining(" ", exchange.getRequestURI() + " ", "")));
            exchange.sendResponseHeaders(201, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String inHalfAnHour() {
        return OffsetDateTime.now(ZoneOffset.UTC)
                .plusMinutes(30)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx"));
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + acmePay.getAddress().getPort());
    }

    /** As the guide configures it, but for the places that are not on this machine. */
    private CurrentConfiguration configured(UnaryOperator<String> change) throws IOException {
        Configured keys = Configured.nothing();
        KEY.matcher(change.apply(Files.readString(GUIDE)))
                .results()
                .forEach(line -> keys.key(line.group(1), here(line.group(2))));
        return CurrentConfiguration.of(keys);
    }

    private String here(String value) {
        return value.startsWith("/run/secrets/")
                ? Configured.secretFile("an API key\n")
                : value.replace("https://api.acmepay.example", uri().toString());
    }

    @Test
    void calls_carryItsToken_whichIsAskedForOnce() throws IOException {
        try (CurrentConfiguration current = configured(UnaryOperator.identity());
                Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            for (String tenant : List.of("", "", "acct_2")) {
                client.target(uri())
                        .path("payments")
                        .request()
                        .property(PaybearerProperties.CLIENT_ID, tenant)
                        .get()
                        .close();
            }
        }
        assertThat(received)
                .containsExactly(
                        "/api/v1/authentication/login shop-eu an API key",
                        "/payments Bearer acme-token-1",
                        "/payments Bearer acme-token-1",
                        "/payments Bearer acme-token-1 acct_2");
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
        acmePay.stop(0);
        acmePay = standIn(received, answer);
        try (CurrentConfiguration current = configured(UnaryOperator.identity())) {
            assertThatThrownBy(() -> AccessTokens.fromConfig().get("acme"))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageStartingWith("account 'acme' has no token to send: POST ")
                    .hasMessageEndingWith("/login answered 201 without a content type, but " + complaint);
        }
    }

    @Test
    void misspeltKey_isReportedWithTheOneThatIsMeant() throws IOException {
        try (CurrentConfiguration current = configured(guide -> guide.replace("api-key-file=", "api-kei-file="))) {
            assertThatThrownBy(AccessTokens::fromConfig)
                    .isInstanceOf(PaybearerConfigException.class)
                    .hasMessageContaining("paybearer.account.acme.api-key: it is missing");
        }
    }

    @Test
    void guide_showsTheExampleAsItIs_andItIsShort() throws IOException {
        String source =
                Files.readString(SOURCES.resolve("AcmePay.java")).replaceFirst("(?s)^// SPDX.*?(?=package )", "");

        assertThat(Files.readString(GUIDE)).contains("```java\n" + source + "```");
        assertThat(source.lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void guide_showsTheStandInAsItIs_andItIsShort() throws IOException {
        String test = Files.readString(SOURCES.resolve("AddingAProviderTest.java"));
        String method = test.substring(test.indexOf("    /** AcmePay on this machine"));
        String standIn = method.substring(0, method.indexOf("\n    }\n") + 7).indent(-4);

        assertThat(Files.readString(GUIDE)).contains("```java\n" + standIn + "```");
        assertThat(standIn.lines().count()).isLessThanOrEqualTo(MOST_LINES_OF_A_STAND_IN);
    }
}
