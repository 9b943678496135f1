// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.crypto.spec.SecretKeySpec;

/** PKCS#12 stores with one of the certificates that the JDK trusts. */
final class TestTrustStore {

    private TestTrustStore() {}

    static Path write(Path directory, String password) throws IOException {
        return write(directory.resolve("trust.p12"), password, true);
    }

    static Path writeEmpty(Path directory, String password) throws IOException {
        return write(directory.resolve("empty.p12"), password, false);
    }

    static Path write(Path file, String password, boolean filled) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            if (filled) {
                KeyStore trusted = trustedByTheJdk();
                String alias = Collections.list(trusted.aliases()).get(0);
                store.setCertificateEntry("one", trusted.getCertificate(alias));
            }
            store.store(out, password.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A store with a key; a secret key, since the JDK makes no certificates. */
    static Path writeKey(Path file, String password) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("one", new SecretKeySpec(new byte[16], "AES"), password.toCharArray(), null);
            store.store(out, password.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore trustedByTheJdk() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(System.getProperty("java.home"), "lib/security/cacerts"))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(in, null);
            return trusted;
        }
    }
}
