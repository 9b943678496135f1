// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.spi.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretRotationTest {

    private static final Logger LOG = Logger.getLogger("io.paybearer.config");

    private final List<String> logged = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    private Path directory;

    private Path file;
    private Reloaded<Credentials> issuer;

    private final Instant[] now = {Instant.parse("2030-01-01T00:00:00Z")};

    @BeforeEach
    void readFirstSecret() throws IOException {
        LOG.addHandler(recorder);
        file = write(directory.resolve("word"), "first-word");
        issuer = TestConfig.shop()
                .without("secret-word")
                .with("secret-word-file", file.toString())
                .account(() -> now[0])
                .credentials();
    }

    /** A file that was written long ago. */
    private Path write(Path path, String content) throws IOException {
        return Files.setLastModifiedTime(
                Files.writeString(path, content), FileTime.from(now[0].minus(Duration.ofMinutes(1))));
    }

    /** What is used once the present content was there for a second. */
    private static <T> T settled(Supplier<T> current, Instant[] now) {
        current.get();
        now[0] = now[0].plusSeconds(1);
        return current.get();
    }

    @AfterEach
    void stopRecording() {
        LOG.removeHandler(recorder);
    }

    @Test
    void issuer_whileTheContentIsTheSame_isTheSame() throws IOException {
        TokenIssuer first = issuer.current().issuer();
        write(file, "first-word\n");

        assertThat(issuer.current().issuer()).isSameAs(first);
        assertThat(logged).isEmpty();
    }

    @Test
    void issuer_afterTheContentHasChanged_usesTheNewSecretAlone() throws IOException {
        write(file, "other-word");

        assertThat(issuer.current().issuer().credential())
                .contains("other-word")
                .doesNotContain("first-word");
        assertThat(issuer.current().issuer()).isSameAs(issuer.current().issuer());
        assertThat(logged).containsExactly("INFO account 'shop': a secret file has changed, its new content is in use");
    }

    @Test
    void issuer_afterTheFileWasReplacedAsKubernetesDoes_usesTheNewSecret() throws IOException {
        Path next = write(directory.resolve("next"), "other-word");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        assertThat(issuer.current().issuer().credential()).contains("other-word");
    }

    @Test
    void issuer_whileTheFileIsUnusable_keepsTheOldSecretAndSaysWhyOnce() throws IOException {
        TokenIssuer first = issuer.current().issuer();
        write(file, "");

        assertThat(issuer.current().issuer()).isSameAs(first);
        assertThat(issuer.current().issuer()).isSameAs(first);
        assertThat(logged)
                .containsExactly(
                        "WARNING account 'shop': a secret file has changed and cannot be used; the secret read before"
                                + " stays in use: paybearer.account.shop.secret-word-file: " + file
                                + " is empty; it has to name a file that holds the secret");
    }

    @Test
    void issuer_afterAnUnusableFileWasCorrected_usesTheNewSecretAndComplainsAnew() throws IOException {
        Files.delete(file);
        settled(issuer::current, now);
        write(file, "other-word");

        assertThat(issuer.current().issuer().credential()).contains("other-word");
        Files.delete(file);
        settled(issuer::current, now);
        assertThat(logged).hasSize(3);
        assertThat(logged.get(2)).startsWith("WARNING");
    }

    @Test
    void fileThatCameBackAsItWas_isComplainedAboutAgainWhenItGoes() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.delete(file);
            settled(issuer::current, now);
            write(file, "first-word");
            issuer.current().issuer();
        }

        assertThat(logged).hasSize(2).allMatch(entry -> entry.startsWith("WARNING"));
    }

    @Test
    void rotatedFile_thatOthersMayRead_isAWarning() throws IOException {
        write(file, "other-word");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        issuer.current().issuer();
        issuer.current().issuer();

        assertThat(logged)
                .hasSize(2)
                .first()
                .isEqualTo("WARNING paybearer.account.shop.secret-word-file: " + file
                        + " is readable and writable by every user; chmod o-rw it (Kubernetes: defaultMode: 0440)");
    }

    @Test
    void rotatedFile_thatOthersMayRead_isAWarningBeforeItsContentIsUsed() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        issuer.current().issuer();
        for (String content : List.of("half-writ", "", "other-word")) {
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, FileTime.from(now[0]));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            issuer.current().issuer();
            issuer.current().issuer();

            assertThat(logged)
                    .as(content)
                    .singleElement()
                    .asString()
                    .startsWith("WARNING paybearer.account.shop.secret-word-file: " + file)
                    .contains("chmod o-rw");
            logged.clear();
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            issuer.current().issuer();
        }
    }

    @Test
    void permissionsAlone_areLookedAtWithEachReading() throws IOException {
        for (String permissions :
                List.of("rw-r--r--", "rw-------", "rw-r--r--", "rw-r--r--", "rw-------", "rw-r--r--")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            issuer.current().issuer();
        }

        assertThat(logged).hasSize(2).allMatch(entry -> entry.contains("is readable by every user; chmod o-r it"));
    }

    @Test
    void rotatedSecret_betweenInvisibleCharacters_isAWarning() throws IOException {
        write(file, "other-word\u200B");
        issuer.current().issuer();

        assertThat(logged).last().asString().contains("WARNING", "begins or ends with white space");
    }

    @Test
    void trustStoreAndItsPassword_areFollowedAsSecretsAre() throws IOException {
        Path store = TestTrustStore.write(directory.resolve("trust.p12"), "one", true);
        Path password = Files.writeString(directory.resolve("password"), "one");
        Reloaded<Credentials> gate = TestConfig.empty()
                .with("provider", "borderless")
                .with("issuer-id", "I")
                .with("secret-key", "K")
                .with("token-source", "endpoint")
                .with("trust-store", store.toString())
                .with("trust-store-password-file", password.toString())
                .account(() -> now[0])
                .credentials();
        TokenIssuer first = gate.current().issuer();
        assertThat(gate.current().issuer()).isSameAs(first);

        TestTrustStore.write(store, "two", true);
        assertThat(settled(() -> gate.current().issuer(), now)).isSameAs(first);
        Files.writeString(password, "two");
        TokenIssuer second = settled(() -> gate.current().issuer(), now);
        assertThat(second).isNotSameAs(first).isSameAs(gate.current().issuer());
        TestTrustStore.write(store, "two", true);
        assertThat(settled(() -> gate.current().issuer(), now))
                .isNotSameAs(second)
                .isSameAs(gate.current().issuer());
        assertThat(logged)
                .element(0)
                .asString()
                .startsWith(
                        "WARNING account 'shop': the trust store has changed and cannot be used; the one read before"
                                + " stays in use: paybearer.account.shop.trust-store: " + store);
        assertThat(logged)
                .last()
                .isEqualTo("INFO account 'shop': the trust store has changed, its new content is in use");
    }

    @Test
    void sealingKeys_followTheSameRule_underTheirKey() throws IOException {
        String key = "paybearer.store.encryption-keys";
        String one = Base64.getEncoder().encodeToString(new byte[32]);
        Path ring = Files.writeString(directory.resolve("ring"), "one:" + one);
        Supplier<Map<String, Secret>> keys = TestConfig.shop()
                .property("paybearer.store", "map")
                .property(key + "-file", ring.toString())
                .read(() -> now[0])
                .store()
                .keys();
        Map<String, Secret> first = keys.get();

        Files.delete(ring);
        assertThat(settled(keys, now)).isSameAs(first);
        Files.writeString(ring, "half writ");
        assertThat(settled(keys, now)).isSameAs(first);
        Files.writeString(ring, "two:" + one);
        assertThat(settled(keys, now)).containsOnlyKeys("two").isSameAs(keys.get());
        assertThat(logged)
                .containsExactly(
                        "WARNING " + key
                                + ": a secret file has changed and cannot be used; the secret read before stays"
                                + " in use: " + key + "-file: there is no file " + ring
                                + "; it has to name a file that holds the secret",
                        "INFO " + key + ": a secret file has changed, its new content is in use");
    }

    @Test
    void issuer_printed_showsNoSecret() {
        assertThat(issuer.toString() + issuer.current().issuer()).doesNotContain("first-word");
    }
}
