// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.paybearer.TokenUnavailableException;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys for the way to a token endpoint: trust store and proxy. */
class TransportTest extends SandboxedTest {

    private static final String PASSWORD = "changeit";
    private static final byte[] ANSWER = "{\"access_token\":\"over-tls\",\"refresh_token\":\"r\",\"expires_in\":3600}"
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void certificateInTheTrustStore_isTrusted_andNoOther() throws Exception {
        Path store = Certificates.selfSigned(folder, "store.p12", PASSWORD);
        HttpsServer server = server(store, PASSWORD);
        try {
            String tokenUri = "https://localhost:" + server.getAddress().getPort() + "/auth/token";
            Configured account = everyProvider()
                    .and("gate")
                    .with("token-uri", tokenUri)
                    .with("connect-timeout", "1m") // the first handshake of a JVM takes long on a busy machine
                    .with("read-timeout", "1m");
            assertThatThrownBy(() -> start(account).application().get("gate"))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContaining("TLS failed")
                    .hasMessageContaining("trust store");
            closeApplication();
            account.with("trust-store", store.toString()).with("trust-store-password", PASSWORD);

            assertThat(start(account).application().get("gate").value()).isEqualTo("over-tls");
        } finally {
            server.stop(0);
        }
    }

    /** The credential stays the same, so the account's token keeper does too; it has to ask with the new trust store. */
    @Test
    void trustStore_thatChangesWithItsPasswordFile_isUsed() throws Exception {
        Path trusted = Certificates.selfSigned(folder, "trusted.p12", PASSWORD);
        Path renewed = Certificates.selfSigned(folder, "renewed.p12", "another-password");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        HttpsServer server = server(renewed, "another-password");
        try {
            Application application = start(everyProvider()
                            .and("gate")
                            .with(
                                    "token-uri",
                                    "https://localhost:" + server.getAddress().getPort() + "/auth/token")
                            .with("connect-timeout", "1m")
                            .with("read-timeout", "1m")
                            .with("trust-store", trusted.toString())
                            .with("trust-store-password-file", password.toString()))
                    .application();
            assertThatThrownBy(() -> application.get("gate")).hasMessageContaining("TLS failed");
            Files.copy(renewed, trusted, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(password, "another-password");
            assertThatThrownBy(() -> application.get("gate")).hasMessageContaining("TLS failed");
            time.advance(Duration.ofSeconds(10));

            assertThat(application.get("gate").value()).isEqualTo("over-tls");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void proxy_isUsed() {
        Configured account = Configured.account("gate")
                .with(TestMerchants.paymentsGate(origin()))
                .with("token-uri", "http://provider.invalid/auth/token")
                .with("allow-http", "true")
                .with("proxy", "127.0.0.1:" + origin().getPort());

        assertThat(start(account).application().get("gate")).isNotNull();
        assertThat(last().header("Host")).containsExactly("provider.invalid");
    }

    @Test
    void proxyOfTheJvm_isNotAskedForALoopbackAddress() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", 1)));
        try {
            Configured account = Configured.account("gate").with(TestMerchants.paymentsGate(origin()));

            assertThat(start(account).application().get("gate")).isNotNull();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private HttpsServer server(Path store, String password) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Certificates.server(store, password)));
        server.createContext("/auth/token", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
        return server;
    }
}
