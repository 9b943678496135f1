// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The reading of texts that callers send as keys. An RSA public key in PEM form is right, a private key is a leak. */
final class RsaKeyText {

    private RsaKeyText() {}

    /** The key in the Base64 of a PEM text, which is what PaymentsGate wants; empty for any other text. */
    static Optional<PublicKey> encodedPublicKey(String base64) {
        boolean oneLine =
                base64.strip().length() == base64.length() && base64.lines().count() == 1;
        return oneLine ? base64(base64).flatMap(pem -> PublicKeyPem.rsaKey(text(pem))) : Optional.empty();
    }

    /**
     * Whether a text holds a private key: as PEM, as the Base64 of PEM, or as the Base64 of a PKCS#8 key without PEM lines.
     */
    static boolean holdsPrivateKey(String text) {
        Optional<byte[]> decoded = base64(text);
        return text.contains("PRIVATE KEY")
                || decoded.filter(bytes -> text(bytes).contains("PRIVATE KEY")).isPresent()
                || decoded.filter(RsaKeyText::isPrivateKey).isPresent();
    }

    private static boolean isPrivateKey(byte[] der) {
        try {
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            return true;
        } catch (GeneralSecurityException notPrivate) {
            return false;
        }
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
