// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessToken;
import io.paybearer.PaybearerFeature;
import io.paybearer.config.TestConfig;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestTime;
import io.paybearer.harness.WireServer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A credential that stays as it is, at the socket. */
class StaticCredentialTest {

    private static final String SHOP = "paybearer.account.shop.";

    @TempDir
    private Path directory;

    private final TestTime time = new TestTime();
    private final WireServer server = WireServer.http();

    @AfterEach
    void close() {
        server.close();
    }

    private Configured account() {
        return Configured.account("shop")
                .with("provider", "static")
                .with("base-uri", server.uri().toString());
    }

    private List<WireServer.Request> sent(Configured account, Runnable between) {
        try (TestApplication application = TestApplication.start(account, time, Runnable::run)) {
            assertThat(application.application().accounts()).hasSize(1);
            try (Client client = ClientBuilder.newClient().register(new PaybearerFeature())) {
                client.target(server.uri()).request().get().close();
                between.run();
                client.target(server.uri()).request().post(Entity.text("pay")).close();
            }
        }
        return server.received();
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer, '', Authorization, Bearer k.e-y",
        "bearer, '', Authorization, Bearer k.e-y",
        "none, '', Authorization, k.e-y",
        "Basic, 'me', Authorization, Basic bWU6ay5lLXk=",
        "Bearer, '', x-API-key, k.e-y",
    })
    void secret_isSentAsTheSchemeSays(String scheme, String user, String header, String value) {
        Configured account =
                account().with(Map.of("secret", "k.e-y", "scheme", scheme, "username", user, "token-headers", header));

        assertThat(sent(account, () -> {}))
                .hasSize(2)
                .allMatch(request -> request.header(header).equals(value));
    }

    /** The API refuses the old key. */
    private void refuse(String key) {
        server.answering((request, client) -> client.write(
                request.header("Authorization").endsWith(key)
                        ? WireServer.response(401, "Unauthorized", "", "WWW-Authenticate: Bearer")
                        : WireServer.response(200, "OK", "paid")));
    }

    @Test
    void unauthorized_readsTheFileAgain_andSendsAgain_ifItHoldsSomethingElse() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "old");
        List<WireServer.Request> sent = sent(account().with("secret-file", file.toString()), () -> {
            refuse("old");
            time.advance(Duration.ofMinutes(1));
            write(file, "new");
        });

        assertThat(sent)
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void unauthorized_isTheAnswer_ifTheFileHoldsTheSame() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "old");
        List<WireServer.Request> sent = sent(account().with("secret-file", file.toString()), () -> {
            refuse("old");
            time.advance(Duration.ofMinutes(1));
        });

        assertThat(sent)
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer old", "Bearer old");
    }

    /** The call is under way when the file changes. */
    @Test
    void unauthorized_whileTheFileChanges_isSentAgainWithTheNewKey() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "old");
        List<WireServer.Request> sent = sent(account().with("secret-file", file.toString()), () -> {
            time.advance(Duration.ofMinutes(1));
            server.answering((request, client) -> {
                boolean old = request.header("Authorization").endsWith("old");
                if (old) {
                    write(file, "new");
                    time.advance(Duration.ofMinutes(1));
                }
                client.write(
                        old
                                ? WireServer.response(401, "Unauthorized", "", "WWW-Authenticate: Bearer")
                                : WireServer.response(200, "OK", "paid"));
            });
        });

        assertThat(sent)
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer old", "Bearer old", "Bearer new");
        assertThat(sent.get(2).text()).endsWith("pay");
    }

    /** It was written a good while ago, so its writer has finished. */
    private void write(Path file, String key) {
        try {
            Files.writeString(file, key);
            Files.setLastModifiedTime(file, FileTime.from(time.instant().minusSeconds(20)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void token_tellsItsScheme() {
        Configured account = account().with(Map.of("secret", "pw", "scheme", "Basic", "username", "me"));
        try (TestApplication application = TestApplication.start(account, time, Runnable::run)) {
            AccessToken token = application.application().get("shop");

            assertThat(token.authorization()).isEqualTo("Basic bWU6cHc=");
            assertThat(token.scheme()).isEqualTo("Basic");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(token::bearer))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("bWU6cHc=");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "scheme | Digest | scheme: it is 'Digest'; use one of [Bearer, Basic, none]",
                "scheme | Basic | username: it is missing; set it",
                "secret | a b | secret: the token holds the character U+0020 at position 1; only printable ASCII without"
                        + " spaces is allowed",
                "username | me | username: it has no effect on this account of the provider 'static'; remove it",
            })
    void keyThatCannotBeUsed_isAProblem(String leaf, String value, String message) {
        TestConfig config = TestConfig.empty()
                .with("provider", "static")
                .with("base-uri", "https://api.example.com")
                .with("secret", "key")
                .with(leaf, value);

        List<String> said = message.contains("no effect") ? config.read().warnings() : config.problems();
        assertThat(said).containsExactly(SHOP + message);
    }
}
