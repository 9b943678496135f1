// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import io.paybearer.harness.TestCertificate;
import io.paybearer.harness.TestMerchants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A key whose certificate it has signed itself, in a file that goes with the JVM.
 *
 * @param file a PKCS#12 file
 */
record StoredKey(Path file) {

    static final String PASSWORD = "changeit";
    private static final String NAME = "localhost";

    static StoredKey generate() {
        try {
            Path folder = Files.createTempDirectory("paybearer-test");
            TestCertificate.generate(folder);
            StoredKey key = new StoredKey(folder.resolve(NAME + ".p12"));
            folder.toFile().deleteOnExit();
            key.file().toFile().deleteOnExit();
            return key;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate certificate() {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return (X509Certificate) keys.getCertificate(NAME);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String pem() throws GeneralSecurityException {
        return TestMerchants.pem("CERTIFICATE", certificate().getEncoded());
    }

    /** How a token names the certificate that it is bound to (RFC 8705, section 3.1). */
    String thumbprint() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    String base64() throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    }
}
