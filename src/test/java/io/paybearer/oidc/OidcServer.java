// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import io.paybearer.harness.TestTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The authorization server {@code oidc-provider}, in a process that lives as long as a test class. It shows the time that the test
 * shows. A line to it is answered with a line.
 */
final class OidcServer implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final int LONGEST_SECONDS = 60;
    private static final String END = "";

    private final Map<String, Object> known = new HashMap<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private Process process;
    private Writer questions;
    private URI issuer;
    private URI secured;

    private OidcServer() {}

    static OidcServer knowing(List<OidcClient> clients) {
        OidcServer server = new OidcServer();
        server.known.put("clients", clients.stream().map(OidcClient::metadata).toList());
        return server;
    }

    /** Its answers to this client bring no other refresh token. */
    OidcServer keepingTheRefreshTokenOf(String clientId) {
        known.put("keepsRefreshToken", clientId);
        return this;
    }

    /** It listens on https as well, asks for certificates, and takes this one for issued by somebody it knows. */
    OidcServer secured(StoredKey own, StoredKey client) {
        try {
            known.put(
                    "tls", Map.of("pfx", own.base64(), "passphrase", StoredKey.PASSWORD, "ca", List.of(client.pem())));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path folder = Installation.folder();
        process = new ProcessBuilder(Installation.program("node"), "server.js")
                .directory(folder.toFile())
                .redirectError(Installation.log("server").toFile())
                .start();
        questions = process.outputWriter(StandardCharsets.UTF_8);
        listen(process.inputReader(StandardCharsets.UTF_8));
        known.put("now", new TestTime().millis());
        Map<String, Object> ready = exchange(JsonUtil.toJson(known));
        issuer = URI.create((String) ready.get("issuer"));
        secured = URI.create((String) ready.get("secured"));
    }

    private void listen(BufferedReader answers) {
        Thread reader = new Thread(
                () -> {
                    answers.lines().forEach(said::add);
                    said.add(END);
                },
                "oidc-server");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        now(new TestTime().instant());
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The origin of the server, over http. */
    URI issuer() {
        return issuer;
    }

    URI tokenUri() {
        return issuer.resolve("/token");
    }

    /** The token endpoint over https, which asks for a certificate. */
    URI securedTokenUri() {
        return secured.resolve("/token");
    }

    private void now(Instant instant) {
        ask("now", instant.toEpochMilli());
    }

    /** Time passes here and there. */
    void pass(TestTime time, Duration span) {
        time.advance(span);
        now(time.instant());
    }

    /** A new refresh token of a client, as it is after a merchant's consent. */
    String refreshToken(String clientId) {
        return (String) ask("mint", clientId);
    }

    /** What the server knows about an access token that it has issued: kind, client, scope, audience. */
    Map<?, ?> token(String accessToken) {
        return (Map<?, ?>) ask("find", accessToken);
    }

    /** What has become of refresh tokens since the server began. */
    Map<?, ?> seen() {
        return (Map<?, ?>) ask("seen", "");
    }

    private Object ask(String question, Object value) {
        String list = JsonUtil.toJson(Map.of("question", List.of(question, value)));
        return exchange(list).get("answer");
    }

    private synchronized Map<String, Object> exchange(String line) {
        try {
            questions.write(line + "\n");
            questions.flush();
            String answer = said.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (answer == null || answer.equals(END)) {
                throw new IllegalStateException("no answer: " + Files.readString(Installation.log("server")));
            }
            return JsonUtil.parseJson(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
