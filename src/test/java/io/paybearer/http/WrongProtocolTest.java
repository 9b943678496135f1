// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.http.RawEndpoint.Reply;
import io.paybearer.spi.TokenRequestException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a port that speaks another protocol, and of a proxy that is down: whose fault it is, and by which key. */
class WrongProtocolTest {

    @Test
    void httpsToAPortOfHttp_namesTheProtocol() throws IOException {
        try (ServerSocket http = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answer(http));
            server.start();

            assertThat(Endpoints.failure(
                            Endpoints.plain(), URI.create("https://localhost:" + http.getLocalPort() + "/token")))
                    .hasMessageEndingWith(
                            "could not be reached: the port does not speak TLS; give a port of https, or a URI of http")
                    .extracting("kind")
                    .isEqualTo(Kind.UNAVAILABLE);
        }
    }

    private static void answer(ServerSocket http) {
        try (var client = http.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            client.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // the test looks at the client
        }
    }

    @Test
    void httpToAPortOfHttps_namesTheProtocol() throws IOException {
        String alert = "\u0015\u0003\u0003\u0000\u0002\u0002\u0050\r\n\r\n";
        try (RawEndpoint https = RawEndpoint.start(request -> Reply.closing(alert))) {
            assertThat(Endpoints.failure(Endpoints.plain(), https.uri()))
                    .hasMessageEndingWith("what it sent is not HTTP; a port of https needs a URI of https");
        }
    }

    @Test
    void proxyThatIsDown_isNamedWithItsKey() throws IOException {
        assertThat(Endpoints.failure(
                        Endpoints.with(Duration.ofSeconds(20), Optional.of(down()), Optional.empty()),
                        URI.create("https://provider.invalid/token")))
                .message()
                .contains(
                        "could not be reached: the proxy localhost:",
                        " of paybearer.account.gate.proxy is no such host, or refuses");
    }

    @Test
    void proxyOfTheJvmThatIsDown_isNamedAsThat() throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(down()));
        try {
            assertThat(Endpoints.failure(Endpoints.plain(), URI.create("https://provider.invalid/token")))
                    .message()
                    .contains("could not be reached: the proxy localhost:", " of this JVM is no such host, or refuses");
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private static InetSocketAddress down() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
        }
    }
}
