// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsGateKeysTest {

    private static final String SHOP = "paybearer.account.shop.";

    @TempDir
    private static Path directory;

    private static Path publicKey;
    private static Path privateKey;

    @BeforeAll
    static void makeKeys() throws IOException, NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        publicKey = write("public_key.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
        privateKey = write("private_key.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static Path write(String file, String title, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                directory.resolve(file), "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n");
    }

    private static TestConfig account() {
        return TestConfig.empty()
                .with("provider", "paymentsgate")
                .with("base-uri", "https://secure.sandbox.paymentsgate.io/v1")
                .with("account-id", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    }

    private static List<String> credential(TestConfig config) {
        return config.account().issuer().credential();
    }

    @Test
    void keyFile_isSentAsTheBase64OfItsText() throws IOException {
        String text = Files.readString(publicKey).replace("\r", "");

        assertThat(credential(account().with("public-key-file", publicKey.toString())))
                .contains(Base64.getEncoder().encodeToString(text.getBytes()));
    }

    @Test
    void keyText_inTheConfiguration_isTheSameCredentialAsTheFile() throws IOException {
        assertThat(credential(account().with("public-key", Files.readString(publicKey))))
                .isEqualTo(credential(account().with("public-key-file", publicKey.toString())));
    }

    @Test
    void privateKey_isAProblemOfTheKeyThatGivesIt() throws IOException {
        assertThat(account().with("public-key-file", privateKey.toString()).problem())
                .startsWith(SHOP + "public-key-file: it holds a private key, which must never leave your machine");
        assertThat(account().with("public-key", Files.readString(privateKey)).problem())
                .startsWith(SHOP + "public-key: it holds a private key");
    }

    @Test
    void tokenUris_areAtTheOriginOfTheFirstBaseUri() {
        assertThat(credential(account().with("public-key-file", publicKey.toString())))
                .contains(
                        "https://secure.sandbox.paymentsgate.io/auth/token",
                        "https://secure.sandbox.paymentsgate.io/auth/token/refresh");
    }

    @Test
    void tokenUris_canBeGiven() {
        assertThat(credential(account()
                        .with("public-key-file", publicKey.toString())
                        .with("token-uri", "https://auth.example/t")
                        .with("refresh-uri", "https://auth.example/r")))
                .contains("https://auth.example/t", "https://auth.example/r");
    }

    @Test
    void everythingThatIsMissing_isReported() {
        assertThat(TestConfig.empty().with("provider", "paymentsgate").problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactlyInAnyOrder(SHOP + "base-uri", SHOP + "account-id", SHOP + "public-key");
    }

    @Test
    void tokenLifetime_whichTheProviderSets_isAWarning() {
        assertThat(account()
                        .with("public-key-file", publicKey.toString())
                        .with("token-lifetime", "10m")
                        .read()
                        .warnings())
                .contains(SHOP
                        + "token-lifetime: it has no effect on this account of the provider 'paymentsgate'; remove it");
    }
}
