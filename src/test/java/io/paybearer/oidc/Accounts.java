// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import io.paybearer.TokenUnavailableException;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The applications of a test, each with an account {@code shop} of the provider {@code oauth2}. */
final class Accounts implements AfterEachCallback {

    static final String NAME = "shop";

    private final TestTime time;
    private final List<TestApplication> open = new ArrayList<>();

    Accounts(TestTime time) {
        this.time = time;
    }

    static Configured of(URI tokenUri, String clientId) {
        return Configured.account(NAME)
                .with("provider", "oauth2")
                .with("base-uri", "http://127.0.0.1/payments")
                .with("token-uri", tokenUri.toString())
                .with("client-id", clientId)
                .with("connect-timeout", "1m") // the machine may be busy
                .with("read-timeout", "1m");
    }

    static Configured withSecret(URI tokenUri, String clientId, String secret) {
        return of(tokenUri, clientId).with("client-secret", secret);
    }

    Application start(Configured configured) {
        TestApplication application = TestApplication.start(configured, time, Runnable::run);
        open.add(application);
        return application.application();
    }

    /** The only token that a new application asks for. */
    String token(Configured configured) {
        return start(configured).get(NAME).value();
    }

    /** Why a new application gets no token. */
    TokenUnavailableException failure(Configured configured) {
        return failure(start(configured));
    }

    static TokenUnavailableException failure(Application application) {
        return Assertions.catchThrowableOfType(TokenUnavailableException.class, () -> application.get(NAME));
    }

    /** A key with its prefix. */
    static String key(String leaf) {
        return "paybearer.account." + NAME + "." + leaf;
    }

    /** Puts another secret into a file, as if long ago: the file is sure not to be half written. */
    void exchange(Path file, String secret) {
        try {
            Files.setLastModifiedTime(
                    Files.writeString(file, secret),
                    FileTime.from(time.instant().minusSeconds(60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tokens are kept in a shared store. */
    static Configured shared(Configured configured) {
        return configured
                .key("paybearer.store", "map")
                .key(
                        "paybearer.store.encryption-keys",
                        "k:" + TestMerchants.base64("0123456789abcdef0123456789abcdef"));
    }

    void close() {
        open.forEach(TestApplication::close);
        open.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}
