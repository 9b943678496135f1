// SPDX-License-Identifier: Apache-2.0
package io.paybearer.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paybearer.AccessTokens;
import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerFeature;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code src/docs/adding-a-provider.md} at work. */
class AddingAProviderTest {

    private static final Path SOURCE = Path.of("src/test/java/io/paybearer/guide/AcmePay.java");
    private static final Path GUIDE = Path.of("src/docs/adding-a-provider.md");
    private static final int MOST_LINES = 100;

    @TempDir
    private Path application;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile String answer = "{\"token\": \"acme-token-1\", \"expires_in\": 900}";
    private HttpServer acmePay;

    @BeforeEach
    void install() throws IOException {
        Path services = Files.createDirectories(application.resolve("META-INF/services"));
        Files.writeString(services.resolve(TokenIssuerProvider.class.getName()), AcmePay.class.getName());
        URL[] own = {application.toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(own, before));
        acmePay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        acmePay.createContext("/oauth/token", exchange -> answer(exchange, "X-Api-Key", answer));
        acmePay.createContext("/payments", exchange -> answer(exchange, "Authorization", "{}"));
        acmePay.start();
    }

    @AfterEach
    void remove() throws IOException {
        acmePay.stop(0);
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(before);
    }

    private void answer(HttpExchange exchange, String credential, String body) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst(credential) + " " + sent);
        exchange.sendResponseHeaders(200, body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + acmePay.getAddress().getPort());
    }

    private CurrentConfiguration configured(String key) {
        return CurrentConfiguration.of(Configured.account("acme")
                .with("provider", "acmepay")
                .with("base-uri", uri().toString())
                .with("client", "shop-eu")
                .with(key, Configured.secretFile("an API key\n")));
    }

    @Test
    void calls_carryItsToken_whichIsAskedForOnce() {
        try (CurrentConfiguration current = configured("api-key-file");
                Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            for (int i = 0; i < 3; i++) {
                client.target(uri()).path("payments").request().get().close();
            }
        }
        assertThat(received)
                .containsExactly(
                        "/oauth/token an API key {\"client\":\"shop-eu\"}",
                        "/payments Bearer acme-token-1 ",
                        "/payments Bearer acme-token-1 ",
                        "/payments Bearer acme-token-1 ");
    }

    @Test
    void answerWithoutAToken_isAFailureThatMayPass() {
        answer = "{}";
        try (CurrentConfiguration current = configured("api-key-file")) {
            assertThatThrownBy(() -> AccessTokens.fromConfig().get("acme"))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageStartingWith("account 'acme' has no token to send: POST ")
                    .hasMessageEndingWith(
                            "/oauth/token answered 200 without a content type, but its body holds no usable token");
        }
    }

    @Test
    void misspeltKey_isReportedWithTheOneThatIsMeant() {
        try (CurrentConfiguration current = configured("api-kei-file")) {
            assertThatThrownBy(AccessTokens::fromConfig)
                    .isInstanceOf(PaybearerConfigException.class)
                    .hasMessageContaining("paybearer.account.acme.api-key: it is missing");
        }
    }

    @Test
    void guide_showsTheExampleAsItIs_andItIsShort() throws IOException {
        String source = Files.readString(SOURCE).replaceFirst("(?s)^// SPDX.*?(?=package )", "");

        assertThat(Files.readString(GUIDE)).contains("```java\n" + source + "```");
        assertThat(source.lines().count()).isLessThan(MOST_LINES);
    }
}
