// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a trust store or key store that cannot be opened. */
class StoreFaultTest {

    private static final String SHOP = "paybearer.account.shop.";
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private String trustProblem(Path store, String... password) {
        return reason("trust-store", store, password)
                .replace(
                        "; it must be a PEM file with certificates, or a PKCS#12 or JKS file with trusted certificates, opened by "
                                + SHOP + "trust-store-password",
                        "");
    }

    private String keyProblem(Path store, String... password) {
        return reason("key-store", store, password)
                .replace(
                        "; it must be a PKCS#12 or JKS file with a private key and its certificates, opened by " + SHOP
                                + "key-store-password",
                        "");
    }

    private static String reason(String key, Path store, String... password) {
        TestConfig config = TestConfig.shop().with(key, store.toString());
        for (String given : password) {
            config = config.with(key + "-password", given);
        }
        return config.problem().replace(SHOP + key + ": " + store, "").replace(SHOP + key + ": ", "");
    }

    @Test
    void password_thatIsMissingOrWrong_isSaid() throws IOException {
        Path trusted = TestTrustStore.write(folder, PASSWORD);
        Path key = TestTrustStore.writeKey(folder.resolve("key.p12"), PASSWORD);

        assertThat(trustProblem(trusted, "other")).isEqualTo(" cannot be used: its password is missing or wrong");
        assertThat(keyProblem(key, "other")).isEqualTo(" cannot be used: its password is missing or wrong");
        assertThat(keyProblem(key)).isEqualTo(" cannot be used: its password is missing or wrong");
    }

    /** Without its password the JDK opens a PKCS#12 file all the same, and finds nothing in it. */
    @Test
    void storeInWhichNothingIsFound_isSaid() throws IOException {
        String nothing = " cannot be used: it holds no trusted certificate that can be read with this password";

        assertThat(trustProblem(TestTrustStore.write(folder, PASSWORD))).isEqualTo(nothing);
        assertThat(trustProblem(TestTrustStore.writeEmpty(folder, PASSWORD), PASSWORD))
                .isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "garbage | it is not a store",
                "-----BEGIN PRIVATE KEY-----/x | it is a PEM file with a private key that cannot be used here",
                "-----BEGIN CERTIFICATE-----/x | it is a PEM file with a certificate that cannot be used here",
                "-----BEGIN CERTIFICATE-----/x/-----BEGIN PRIVATE KEY-----/y | it is a PEM file with a certificate and a private key"
                        + " that cannot be used here",
                "-----BEGIN PUBLIC KEY-----/x | it is a PEM file without a certificate"
            })
    void fileThatIsNoStore_isNamedByWhatItIs(String content, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("store"), content.replace("/", "\n"));

        assertThat(keyProblem(file, PASSWORD)).isEqualTo(" cannot be used: " + reason);
    }

    @Test
    void fileThatIsNotThere_isNoFile() {
        assertThat(trustProblem(folder.resolve("missing"), PASSWORD)).startsWith("there is no file ");
        assertThat(keyProblem(folder, PASSWORD)).isEqualTo(" is a directory");
    }
}
