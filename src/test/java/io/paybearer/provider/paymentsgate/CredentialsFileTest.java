// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with credentials as PaymentsGate offers it for download. */
class CredentialsFileTest {

    private static final String KEY = "paybearer.account.shop.credentials-file";
    private static final String ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
    private static final String PRIVATE = "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo=";

    private static String publicKey = "";

    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeAll
    static void makeKey() throws NoSuchAlgorithmException {
        byte[] der = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
        publicKey = Base64.getEncoder().encodeToString(pem.getBytes());
    }

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("credentials.json");
        write(ID, publicKey);
    }

    private void write(String id, String key) throws IOException {
        Files.writeString(file, """
                {
                  "account_id": "%s",
                  "merchant_id": "00000000-0000-0000-0000-00000000000b",
                  "private_key": "%s",
                  "public_key": "%s",
                  "created_at": "2026-01-12T10:12:00.000Z",
                  "realm": ""
                }
                """.formatted(id, PRIVATE, key));
    }

    private static TestConfig account() {
        return TestConfig.empty()
                .with("provider", "paymentsgate")
                .with("base-uri", "https://secure.sandbox.paymentsgate.io");
    }

    private TestConfig withFile() {
        return account().with("credentials-file", file.toString());
    }

    @Test
    void file_isTheSameAsTheTwoKeys() {
        assertThat(withFile().account().issuer().credential())
                .isEqualTo(account()
                        .with("account-id", ID)
                        .with("public-key", publicKey)
                        .account()
                        .issuer()
                        .credential());
    }

    @Test
    void file_thatHasChanged_isReadAgain() throws IOException {
        var account = withFile().account();
        List<String> before = account.issuer().credential();
        write("1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", publicKey);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        assertThat(account.issuer().credential()).isNotEqualTo(before).contains("1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    }

    @Test
    void keysBesidesTheFile_areAProblem() {
        String both = KEY + ": account-id or public-key is set too; keep the file alone, or both of them";

        assertThat(withFile().with("account-id", ID).problem()).isEqualTo(both);
        assertThat(withFile().with("public-key", publicKey).problem()).isEqualTo(both);
    }

    @Test
    void file_thatCannotBeUsed_isOneProblem_withoutItsContent() throws IOException {
        write(ID, "");
        assertThat(withFile().problem())
                .isEqualTo(KEY + ": " + file + " cannot be used: it needs one member public_key, a text of printable"
                        + " ASCII; it has to name the file as it was downloaded");
        write(ID, PRIVATE);
        assertThat(withFile().problem()).startsWith(KEY + ": it holds a private key");
        Files.writeString(file, PRIVATE);
        assertThat(withFile().problem())
                .startsWith(KEY + ": " + file + " cannot be used: it does not hold a whole JSON object")
                .doesNotContain(PRIVATE);
        Files.delete(file);
        assertThat(withFile().problem()).startsWith(KEY + ": there is no file " + file);
    }
}
