// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerConfigException;
import io.paybearer.harness.Configured;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of mistakes in {@code src/docs/troubleshooting.md} has what each of them gets as an answer. */
class MistakesTest {

    private static final String HEAD = "| mistake | what paybearer says |\n|---|---|\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        write("secret-word", "a secret word");
        write("empty", "");
        write("public_key.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        write("private_key.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        write("certificate.pem", pem("CERTIFICATE", new byte[200]));
        write("id_rsa.pub", "ssh-rsa " + Base64.getEncoder().encodeToString(new byte[200]) + " me@shop");
    }

    private void write(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String title, byte[] bytes) {
        return "-----BEGIN " + title + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + title
                + "-----\n";
    }

    @Test
    void table_isWhatPaybearerSays() {
        String table = Mistakes.all().stream().map(this::row).collect(Collectors.joining());

        assertThat(Document.guide("troubleshooting").text()).contains(HEAD + table);
    }

    @Test
    void answer_toEachMistake_namesAKey() {
        assertThat(Mistakes.all())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(mistake -> assertThat(said(mistake))
                        .allMatch(line -> line.contains("paybearer."))
                        .isNotEmpty());
    }

    private String row(Mistakes.Mistake mistake) {
        String said = said(mistake).stream()
                .map(line -> "`" + line.replace("|", "\\|") + "`")
                .collect(Collectors.joining("<br>"));
        return "| " + mistake.title() + " | " + said + " |\n";
    }

    private List<String> said(Mistakes.Mistake mistake) {
        List<String> said;
        try {
            said = configured(mistake.properties()).read(InstantSource.system()).warnings().stream()
                    .map(warning -> "warning: " + warning)
                    .toList();
        } catch (PaybearerConfigException refusal) {
            said = refusal.problems();
        }
        return said.stream()
                .map(line -> line.replace(folder.toString(), "/run/secrets").strip())
                .toList();
    }

    private Configured configured(String lines) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(lines.replace("~", folder.toString())));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        Configured configured = Configured.nothing();
        properties.stringPropertyNames().forEach(key -> configured.key(key, properties.getProperty(key)));
        return configured;
    }
}
