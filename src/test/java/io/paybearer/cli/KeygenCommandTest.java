// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paybearer keygen}. */
class KeygenCommandTest {

    @TempDir
    private Path folder;

    @Test
    void pair_isWrittenAndItsPublicHalfPrinted() throws Exception {
        Run run = keygen();

        String publicPem = Files.readString(folder.resolve("public_key.pem"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualToIgnoringNewLines(
                        Base64.getEncoder().encodeToString(publicPem.getBytes(StandardCharsets.US_ASCII)));
        assertThat(publicPem).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(privateKey().getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void privateKey_isReadableByItsOwnerAlone_andNeverPrinted() throws Exception {
        Run run = keygen();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private_key.pem"))))
                .isEqualTo("rw-------");
        assertThat(run.all()).doesNotContain("PRIVATE", pem().substring(60, 100));
    }

    @Test
    void publicKey_isWhatTheLibraryAccepts_thePrivateOneIsNot() {
        keygen();

        assertThat(check("public_key.pem").exitCode()).isZero();
        assertThat(check("private_key.pem").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void existingFiles_areLeftAlone() throws Exception {
        for (String name : List.of("private_key.pem", "public_key.pem")) {
            Path file = Files.writeString(folder.resolve(name), "precious");

            Run run = keygen();

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains(file + " exists already");
            assertThat(folder.toFile().list()).containsExactly(name);
            assertThat(file).hasContent("precious");
            Files.delete(file);
        }
    }

    @Test
    void missingDirectory_isNotRepeated() {
        Run run = Run.of("keygen", "--directory", folder.resolve("canary").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("error: --directory: there is no directory of the name that was given");
    }

    @Test
    void json_namesTheFiles() {
        assertThat(Run.of("keygen", "--json", "-d", folder.toString()).json())
                .containsEntry(
                        "privateKeyFile", folder.resolve("private_key.pem").toString())
                .containsKeys("publicKeyFile", "publicKey");
    }

    private Run keygen() {
        return Run.of("keygen", "-d", folder.toString());
    }

    private String pem() throws Exception {
        return Files.readString(folder.resolve("private_key.pem"));
    }

    private RSAPrivateCrtKey privateKey() throws Exception {
        byte[] der = Base64.getMimeDecoder().decode(pem().replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private Run check(String name) {
        String account = "paybearer.account.gate.";
        return Run.of(
                "check",
                "-c",
                Run.file(
                        folder,
                        Map.of(
                                account + "provider", "paymentsgate",
                                account + "base-uri", "https://example.org",
                                account + "account-id", "1",
                                account + "public-key-file",
                                        folder.resolve(name).toString())));
    }
}
