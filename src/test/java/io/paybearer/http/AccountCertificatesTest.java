// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerConfigException;
import io.paybearer.TokenUnavailableException;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.http.RawEndpoint.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account's own client certificate, and trusted certificates in PEM, at an endpoint that talks to nobody without one. */
class AccountCertificatesTest extends SandboxedTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private Configured account(URI tokenUri, Path trusted, Path keys) {
        return everyProvider()
                .and("gate")
                .with("token-uri", tokenUri.toString())
                .with("connect-timeout", "1m") // the first handshake of a JVM takes long on a busy machine
                .with("read-timeout", "1m")
                .with("trust-store", trusted.toString())
                .with("key-store", keys.toString())
                .with("key-store-password-file", Configured.secretFile(PASSWORD));
    }

    /** The certificates of PKCS#12 files in one PEM file, with words between them. */
    private Path pem(Path... stores) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Path store : stores) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            String lines = Base64.getMimeEncoder()
                    .encodeToString(keys.getCertificate("server").getEncoded());
            text.append("# ")
                    .append(store.getFileName())
                    .append("\n-----BEGIN CERTIFICATE-----\n")
                    .append(lines)
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(folder.resolve("trusted.pem"), text);
    }

    @Test
    void certificateOfTheAccount_isShown_andPemIsTrusted() throws Exception {
        Path server = Certificates.selfSigned(folder, "server.p12", PASSWORD);
        Path client = Certificates.selfSigned(folder, "client.p12", PASSWORD);
        Path other = Certificates.selfSigned(folder, "other.p12", PASSWORD);
        SSLContext tls = Certificates.serverFor(client, server, PASSWORD);
        try (RawEndpoint endpoint =
                RawEndpoint.start(TlsTest.demanding(tls), request -> Reply.keeping(RawEndpoint.token()))) {
            Path trusted = pem(other, server);
            assertThatThrownBy(() -> start(account(endpoint.uri(), trusted, other))
                            .application()
                            .get("gate"))
                    .as("another client's certificate")
                    .isInstanceOf(TokenUnavailableException.class);
            closeApplication();

            Application application =
                    start(account(endpoint.uri(), trusted, client)).application();
            assertThat(application.get("gate").value()).isEqualTo("fresh");
        }
    }

    @Test
    void keyStore_thatChanges_isTakenOver() throws Exception {
        Path server = Certificates.selfSigned(folder, "server.p12", PASSWORD);
        Path client = Certificates.selfSigned(folder, "client.p12", PASSWORD);
        Path keys = Certificates.selfSigned(folder, "other.p12", PASSWORD);
        SSLContext tls = Certificates.serverFor(client, server, PASSWORD);
        try (RawEndpoint endpoint =
                RawEndpoint.start(TlsTest.demanding(tls), request -> Reply.keeping(RawEndpoint.token()))) {
            Application application =
                    start(account(endpoint.uri(), pem(server), keys)).application();
            assertThatThrownBy(() -> application.get("gate")).isInstanceOf(TokenUnavailableException.class);
            Files.copy(client, keys, StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> application.get("gate")).isInstanceOf(TokenUnavailableException.class);
            time.advance(Duration.ofSeconds(70));

            assertThat(application.get("gate").value()).isEqualTo("fresh");
        }
    }

    private String problem(Path trusted, Path keys) {
        try {
            throw new AssertionError(start(account(URI.create("https://localhost/auth/token"), trusted, keys)));
        } catch (PaybearerConfigException refusal) {
            assertThat(refusal.problems()).hasSize(1);
            return refusal.problems().get(0);
        }
    }

    @Test
    void storeThatCannotBeUsed_isAProblem_ofItsKey() throws Exception {
        Path server = Certificates.selfSigned(folder, "server.p12", PASSWORD);
        Path wrong = Certificates.selfSigned(folder, "wrong.p12", "another-password");
        Path broken = Files.writeString(folder.resolve("x.pem"), "-----BEGIN CERTIFICATE-----\n%%\n");

        assertThat(problem(pem(server), wrong))
                .startsWith("paybearer.account.gate.key-store: " + wrong
                        + " cannot be used: its password is missing or wrong;")
                .endsWith("opened by paybearer.account.gate.key-store-password")
                .doesNotContain(PASSWORD);
        assertThat(problem(broken, server))
                .startsWith("paybearer.account.gate.trust-store: " + broken
                        + " cannot be used: it is a PEM file with a certificate that cannot be used here;");
        assertThat(problem(pem(server), noKey(server))).contains("it must be a PKCS#12 or JKS file with a private key");
    }

    private Path noKey(Path server) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(server)) {
            store.load(in, PASSWORD.toCharArray());
        }
        store.setCertificateEntry("only", store.getCertificate("server"));
        store.deleteEntry("server");
        Path file = folder.resolve("no-key.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }
}
