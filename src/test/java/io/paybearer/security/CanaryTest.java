// SPDX-License-Identifier: Apache-2.0
package io.paybearer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.AccessToken;
import io.paybearer.PaybearerFeature;
import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.spi.TokenRequest;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets and tokens that are looked for in every log record at the finest level, every message and every toString. */
class CanaryTest extends SandboxedTest {

    private static final String WORD = "canary-secret-word";
    private static final String KEY = "canary-secret-key-0000000000-1111111";
    private static final String PARTNER = "canary-partner-key";
    private static final String STATIC = "canary-api-key";
    private static final String SECOND = "canary-second-key";
    private static final String PROXY = "canary-proxy-password";

    private final LogRecorder log = new LogRecorder();
    private final List<String> shown = new ArrayList<>();
    private final Set<String> secrets = new TreeSet<>(Set.of(
            WORD,
            KEY,
            PARTNER,
            STATIC,
            SECOND,
            PROXY,
            TestMerchants.CLIENT_SECRET,
            TokenRequest.formEncoded(TestMerchants.CLIENT_SECRET)));

    @BeforeEach
    void record() {
        log.start();
    }

    @AfterEach
    void stopRecording() {
        log.stop();
    }

    private Configured accounts() {
        return everyProvider()
                .and("two")
                .with("secret-word", WORD)
                .and("less")
                .with("secret-key", KEY)
                .and("partner")
                .with("secret-key", KEY)
                .with("partner-key", PARTNER)
                .and("auth")
                .with(TestMerchants.oauth2(origin()))
                .with("header-file.X-Second-Key", Configured.secretFile(SECOND))
                .and("fixed")
                .with(Map.of("provider", "static", "base-uri", origin() + "/fixed", "secret", STATIC))
                .and("orders")
                .with(Map.of("provider", "2checkout-rest", "base-uri", origin() + "/rest/6.0", "secret-key", KEY))
                .with("merchant-code", "M1");
    }

    @Test
    void everyFlow_atTheFinestLevel_showsNoSecret() {
        Application application = start(accounts()).application();
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            for (String path : List.of(
                    "/deals/payin",
                    "/checkout/api/encrypt/generate/signature",
                    "/payments",
                    "/contacts",
                    "/oauth2/api/x",
                    "/fixed",
                    "/rest/6.0/orders")) {
                client.target(origin())
                        .path(path)
                        .request()
                        .post(Entity.json("{}"))
                        .close();
            }
        }
        for (String name : List.of("gate", "two", "less", "partner", "auth", "fixed", "orders")) {
            lookAt(application, name);
        }
        refreshAndFail(application);
        secrets.addAll(sandbox.received().stream()
                .flatMap(request -> request.header("Authorization").stream())
                .map(header -> header.replaceFirst("^(Bearer|Basic) ", ""))
                .toList());

        assertNothingShown();
        assertThat(log.records()).isNotEmpty();
    }

    private void lookAt(Application application, String name) {
        AccessToken token = application.get(name);
        secrets.add(token.value());
        Account account = application.account(name);
        shown.addAll(List.of(
                token.toString(),
                account.toString(),
                account.config().toString(),
                account.config().issuer().toString(),
                account.config().issuer().toString(),
                account.headers().toString()));
    }

    private void refreshAndFail(Application application) {
        time.advance(Duration.ofHours(2));
        secrets.add(application.get("gate").value());
        secrets.add(application.get("auth").value());
        for (Fault fault : List.of(
                Fault.status(500),
                Fault.status(401),
                Fault.drop(),
                Fault.rewrite(body -> body.substring(0, body.length() / 2)),
                Fault.rewrite(body -> body.replace("expires_in", "expires_on")),
                Fault.rewrite(body -> body.replace("\"expires_in\":3600", "\"expires_in\":\"soon\"")),
                Fault.body("text/html", "<html>" + KEY + "</html>"))) {
            time.advance(Duration.ofHours(2));
            sandbox.faults().always("/auth/token", fault);
            sandbox.faults().always("/auth/token/refresh", fault);
            sandbox.faults().always("/oauth2/token", fault);
            failure(() -> application.get("gate"));
            failure(() -> application.get("auth"));
        }
        sandbox.faults().clear();
    }

    @Test
    void unusableConfigurations_showNoSecret() throws Exception {
        Path empty = Files.createTempFile("paybearer", ".secret");
        for (Configured configured : List.of(
                accounts().and("two").with("secret-word", WORD + "$$x"),
                accounts().and("two").with("secret-word", WORD + "${missing}"),
                accounts().and("two").with("secret-word-file", Configured.secretFile(WORD)),
                accounts().and("less").with("secret-key", KEY).with("secret-key-file", empty.toString()),
                accounts().and("two").with("token-lifetime", "-1s").with("secret-wort", WORD),
                accounts().and("gate").with("public-key", TestMerchants.PRIVATE_PEM),
                accounts().and("gate").with("public-key", KEY),
                accounts().and("gate").with("base-uri", "https://user:" + KEY + "@evil.example"),
                accounts().and("less").with("proxy", "user:" + KEY + "@proxy:80"),
                accounts().and("less").with("trust-store", empty.toString()).with("trust-store-password", KEY),
                accounts().and("less").with("key-store", empty.toString()).with("key-store-password", KEY),
                accounts().and("less").with("proxy-user", "a:b").with("proxy-password", PROXY),
                accounts().and("auth").with("client-secret", KEY + "ü"),
                accounts()
                        .and("auth")
                        .with("client-authentication", "private-key-jwt")
                        .with("signing-key", KEY),
                accounts().and("auth").with("grant", "refresh_token").with("refresh-token", KEY),
                accounts().and("fixed").with("secret", STATIC + " x"),
                accounts().and("fixed").with("header-file.X", Configured.secretFile(SECOND + "\u0001")))) {
            failure(() -> start(configured));
        }
        secrets.add(TestMerchants.PRIVATE_PEM.substring(60, 120));
        assertNothingShown();
    }

    private void failure(Supplier<?> attempt) {
        Throwable failure = catchThrowable(attempt::get);
        if (failure != null) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            shown.add(text.toString());
            shown.add(serialised(failure));
        }
    }

    /** As it goes to another process; as Latin-1, in which each byte is a character. */
    private static String serialised(Throwable failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private void assertNothingShown() {
        shown.addAll(log.records());
        for (String secret : secrets) {
            assertThat(shown).as("shown texts").noneMatch(text -> text.contains(secret));
        }
        assertThat(shown).isNotEmpty();
    }
}
