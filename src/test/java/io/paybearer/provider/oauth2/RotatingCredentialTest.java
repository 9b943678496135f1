// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.TestConfig;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestTime;
import io.paybearer.harness.WireServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever of an account changes, a refresh token that rotates is not sent again. */
class RotatingCredentialTest {

    private static TestConfig config(String rotates) {
        return TestConfig.empty()
                .with("provider", "oauth2")
                .with("base-uri", "https://api.example.com")
                .with("token-uri", "https://login.example.com/token")
                .with("client-id", "c")
                .with("client-secret", "s")
                .with("grant", "refresh_token")
                .with("refresh-token", "r0")
                .with("refresh-token-rotates", rotates)
                .with("allow-memory-refresh-token", "true");
    }

    private static List<String> credential(TestConfig config) {
        return config.account().issuer().credential();
    }

    @ParameterizedTest
    @CsvSource({
        "client-secret, other",
        "client-id, other",
        "client-authentication, post",
        "scope, payments",
        "audience, other",
        "parameter.resource, other",
        "token-uri, https://login2.example.com/token",
    })
    void change_isAnotherCredential_onlyWhereTheRefreshTokenStaysTheSame(String leaf, String value) {
        assertThat(credential(config("true").with(leaf, value))).isEqualTo(credential(config("true")));
        assertThat(credential(config("false").with(leaf, value))).isNotEqualTo(credential(config("false")));
    }

    @Test
    void otherRefreshToken_isAnotherCredential() {
        assertThat(credential(config("true").with("refresh-token", "other"))).isNotEqualTo(credential(config("true")));
    }

    @Test
    void secretThatRotates_meanwhile_isUsedWithTheNextRefreshToken() throws Exception {
        TestTime time = new TestTime();
        Path secret = Path.of(Configured.secretFile("old"));
        try (WireServer server = WireServer.http()) {
            server.answering((request, client) -> client.write(WireServer.response(
                    200,
                    "OK",
                    "{\"access_token\":\"t\",\"refresh_token\":\"r"
                            + server.received().size() + "\",\"expires_in\":3600}")));
            Configured account = Configured.account("shop")
                    .with("provider", "oauth2")
                    .with("base-uri", server.uri().toString())
                    .with("token-uri", server.uri() + "/token")
                    .with("client-id", "c")
                    .with("client-authentication", "post")
                    .with("client-secret-file", secret.toString())
                    .with("grant", "refresh_token")
                    .with("refresh-token", "r0")
                    .with("allow-memory-refresh-token", "true");
            try (TestApplication application = TestApplication.start(account, time, Runnable::run)) {
                application.application().get("shop");
                time.advance(Duration.ofHours(2));
                Files.writeString(secret, "new");
                Files.setLastModifiedTime(secret, FileTime.from(time.instant().minusSeconds(20)));
                application.application().get("shop");
            }
            assertThat(server.received()).hasSize(2);
            assertThat(server.received().get(0).text())
                    .contains("refresh_token=r0")
                    .contains("client_secret=old");
            assertThat(server.received().get(1).text())
                    .contains("refresh_token=r1")
                    .contains("client_secret=new");
        }
    }
}
