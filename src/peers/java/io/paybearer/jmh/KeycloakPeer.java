// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Config;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.BearerAuthFilter;
import org.keycloak.admin.client.token.TokenManager;

/** The filter of Keycloak's admin client, with a token endpoint on loopback that it asks once. */
final class KeycloakPeer implements AutoCloseable {

    private final HttpServer server;

    private KeycloakPeer(HttpServer server) {
        this.server = server;
    }

    static KeycloakPeer start(String token, Duration life) throws IOException {
        byte[] answer = ("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + life.toSeconds() + "}")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return new KeycloakPeer(server);
    }

    BearerAuthFilter filter() {
        Config config = new Config(
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "realm",
                null,
                null,
                "merchant",
                "secret",
                OAuth2Constants.CLIENT_CREDENTIALS,
                null);
        return new BearerAuthFilter(
                new TokenManager(config, Keycloak.getClientProvider().newRestEasyClient(null, null, false)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
