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
import io.paybearer.http.RawEndpoint.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token endpoint over TLS, with the JVM's client certificate and the account's trust store, each for itself and together. */
class TlsTest extends SandboxedTest {

    private static final String PASSWORD = "changeit";
    private static final String KEY_STORE = "javax.net.ssl.keyStore";

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheCertificate() {
        List.of("", "Password", "Type", "Provider").forEach(end -> System.clearProperty(KEY_STORE + end));
    }

    private void jvmKeyStore(Path store, String password) {
        System.setProperty(KEY_STORE, store.toString());
        System.setProperty(KEY_STORE + "Password", password);
    }

    /** Sockets of a server that talks to nobody without a client certificate. */
    static ServerSocketFactory demanding(SSLContext tls) {
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port) throws IOException {
                return createServerSocket(port, 50, InetAddress.getLoopbackAddress());
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) throws IOException {
                return createServerSocket(port);
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                SSLServerSocket socket =
                        (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(port, backlog, address);
                socket.setNeedClientAuth(true);
                return socket;
            }
        };
    }

    private Application trusting(Path store, URI tokenUri) {
        Configured account = everyProvider()
                .and("gate")
                .with("token-uri", tokenUri.toString())
                .with("trust-store", store.toString())
                .with("trust-store-password", PASSWORD);
        return start(account).application();
    }

    @Test
    void clientCertificateOfTheJvm_isShown_besideTheTrustStoreOfTheAccount() throws Exception {
        Path server = Certificates.selfSigned(folder, "server.p12", PASSWORD);
        Path client = Certificates.selfSigned(folder, "client.p12", "of-the-client");
        Path clients = Certificates.selfSigned(folder, "others.p12", PASSWORD);
        SSLContext tls = Certificates.serverFor(clients, server, PASSWORD);
        try (RawEndpoint endpoint = RawEndpoint.start(demanding(tls), request -> Reply.keeping(RawEndpoint.token()))) {
            jvmKeyStore(client, "of-the-client");
            assertThatThrownBy(() -> trusting(server, endpoint.uri()).get("gate"))
                    .as("another client's certificate")
                    .isInstanceOf(TokenUnavailableException.class);
            closeApplication();
            jvmKeyStore(clients, PASSWORD);

            assertThat(trusting(server, endpoint.uri()).get("gate").value()).isEqualTo("fresh");
        }
    }

    @Test
    void keyStoreOfTheJvm_thatCannotBeOpened_isAProblem() throws Exception {
        Path server = Certificates.selfSigned(folder, "server.p12", PASSWORD);
        jvmKeyStore(server, "wrong");

        assertThatThrownBy(() -> trusting(server, URI.create("https://localhost/auth/token")))
                .isInstanceOfSatisfying(
                        PaybearerConfigException.class,
                        failure -> assertThat(failure.problems())
                                .singleElement()
                                .asString()
                                .startsWith("paybearer.account.gate.trust-store: the JVM's own key store")
                                .contains("javax.net.ssl.keyStorePassword")
                                .doesNotContain("wrong"));
    }

    private String complaint(Path certificate, Path trusted) throws Exception {
        SSLContext tls = Certificates.server(certificate, PASSWORD);
        try (RawEndpoint endpoint =
                RawEndpoint.start(tls.getServerSocketFactory(), request -> Reply.keeping(RawEndpoint.token()))) {
            Application application = trusting(trusted, endpoint.uri());
            try {
                return application.get("gate").value();
            } catch (TokenUnavailableException e) {
                assertThat(e.retryable()).isTrue();
                return String.valueOf(e.getMessage()).replaceFirst(".* could not be reached: ", "");
            } finally {
                closeApplication();
            }
        }
    }

    /** What is in a certificate was written by its owner, so only the kind of the mistake is told. */
    @Test
    void certificate_thatIsNotGood_isTold_byItsKind() throws Exception {
        Path good = Certificates.selfSigned(folder, "good.p12", PASSWORD);
        Path other = Certificates.selfSigned(folder, "other.p12", PASSWORD);
        Path elsewhere = Certificates.selfSigned(
                folder, "elsewhere.p12", PASSWORD, "-ext", "SAN=dns:canary.example", "-validity", "2");
        String remedy = "; check the URI and the trust store";

        assertThat(complaint(good, other)).isEqualTo("TLS failed (its certificate is not trusted)" + remedy);
        assertThat(complaint(elsewhere, elsewhere))
                .isEqualTo("TLS failed (its certificate is not for this host)" + remedy);
    }

    @Test
    void login_onAKeptConnectionThatIsGone_isSentOnceMore() throws Exception {
        Path store = Certificates.selfSigned(folder, "store.p12", PASSWORD);
        SSLContext tls = Certificates.server(store, PASSWORD);
        try (RawEndpoint endpoint = RawEndpoint.start(
                tls.getServerSocketFactory(),
                request -> request.earlierHere() == 0 ? answer(request) : Reply.closing(""))) {
            Application application = trusting(store, endpoint.uri());
            application.get("gate");
            time.advance(Duration.ofHours(2));

            assertThat(application.get("gate").value()).isEqualTo("fresh");
            assertThat(endpoint.requests()).extracting(Request::earlierHere).containsExactly(0, 1, 0);
        }
    }

    /** No refresh token, so that each request is a login. */
    private static Reply answer(Request request) {
        return Reply.keeping(
                RawEndpoint.answer("200 OK", "", RawEndpoint.TOKEN.replace("\"refresh_token\":\"next\",", "")));
    }
}
