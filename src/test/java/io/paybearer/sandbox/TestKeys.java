// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** An RSA key pair in the texts that merchants handle. */
record TestKeys(String publicPem, String privatePem, String privateDerBase64) {

    static TestKeys rsa() {
        return of("RSA", 2048);
    }

    static TestKeys ec() {
        return of("EC", 256);
    }

    private static TestKeys of(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            KeyPair pair = generator.generateKeyPair();
            byte[] secret = pair.getPrivate().getEncoded();
            return new TestKeys(
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                    pem("PRIVATE KEY", secret),
                    Base64.getEncoder().encodeToString(secret));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The form in which PaymentsGate wants a key. */
    static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(US_ASCII));
    }

    static String pem(String title, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + title + "-----\n" + lines + "\n-----END " + title + "-----\n";
    }
}
