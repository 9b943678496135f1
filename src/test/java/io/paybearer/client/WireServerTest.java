// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestTime;
import io.paybearer.harness.WireServer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test whose provider writes its answers to the socket itself. The account is {@code less}, whose tokens are minted here. */
abstract class WireServerTest {

    final TestTime time = new TestTime();
    final WireServer server = WireServer.http();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private TestApplication application;
    private Client client;

    @BeforeEach
    final void startApplication() {
        application = TestApplication.start(account(), time, ForkJoinPool.commonPool());
    }

    @AfterEach
    final void stop() {
        if (client != null) {
            client.close();
        }
        application.close();
        server.close();
    }

    Configured account() {
        return Configured.account("less")
                .with("provider", "borderless")
                .with("base-uri", server.uri().toString())
                .with("issuer-id", "cm5x0issuer0identifier001")
                .with("secret-key", "3f2a9c1e-7b64-4d58-9e0f-1a2b3c4d5e6f");
    }

    /** A client with the feature, made at its first use. */
    final Client client() {
        if (client == null) {
            client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("less"));
        }
        return client;
    }

    final String token() {
        return application.application().get("less").bearer();
    }

    /** The provider refuses the current token from now on; it is old enough to be replaced. */
    final String revoke() {
        String token = token();
        revoked.add(token);
        time.advance(Duration.ofSeconds(6));
        return token;
    }

    final boolean refused(WireServer.Request request) {
        return revoked.contains(request.header("Authorization"));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] unauthorized(String body, String... headers) {
        return WireServer.response(401, "Unauthorized", body, headers);
    }

    static void chunk(OutputStream client, String data) throws IOException {
        client.write(text(Integer.toHexString(data.length()) + "\r\n" + data + "\r\n"));
        client.flush();
    }
}
