// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** Says why a store of certificates or keys cannot be opened. Nothing of its content is shown. */
final class StoreFault {

    private static final String PEM = "-----BEGIN ";
    private static final String CERTIFICATE = "CERTIFICATE-----";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    private static final int MOST_CAUSES = 20;

    private StoreFault() {}

    /** Which file cannot be used, with the reason: by what the file looks like, and by what has failed. */
    static String of(String path, Exception failure) {
        try {
            byte[] bytes = SecretFile.bytes(path, WatchedFile.LARGEST_STORE);
            return path + " cannot be used: " + reason(new String(bytes, StandardCharsets.ISO_8859_1), failure);
        } catch (IOException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private static String reason(String content, Exception failure) {
        if (content.isBlank()) {
            return "it is empty";
        }
        if (content.contains(PEM)) {
            return ofPem(content);
        }
        if (failure instanceof KeyStoreException && failure.getCause() == null && failure.getMessage() != null) {
            return failure.getMessage().startsWith("no ")
                    ? "it holds " + failure.getMessage() + " that can be read with this password"
                    : "it is not a store";
        }
        if (wrongPassword(failure)) {
            return "its password is missing or wrong";
        }
        return "it is not a store (" + failure.getClass().getSimpleName() + ")";
    }

    private static String ofPem(String content) {
        boolean certificate = content.contains(CERTIFICATE);
        boolean key = content.contains(PRIVATE_KEY);
        if (!certificate && !key) {
            return "it is a PEM file without a certificate";
        }
        return "it is a PEM file with " + (certificate ? "a certificate" : "a private key")
                + (certificate && key ? " and a private key" : "") + " that cannot be used here";
    }

    private static boolean wrongPassword(Exception failure) {
        @Nullable Throwable link = failure;
        for (int depth = 0; link != null && depth < MOST_CAUSES; depth++) {
            if (link instanceof UnrecoverableKeyException) {
                return true;
            }
            link = link instanceof CertificateException ? null : link.getCause();
        }
        return false;
    }
}
