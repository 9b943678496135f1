// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reading of public keys in PEM form (SubjectPublicKeyInfo). Any other text is no key. */
final class PublicKeyPem {

    private static final Pattern FORM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private PublicKeyPem() {}

    static Optional<PublicKey> rsaKey(String pem) {
        return der(pem).flatMap(der -> key("RSA", der));
    }

    /** A key with which a signature can be verified: RSA, EC or Ed25519. */
    static Optional<PublicKey> anyKey(String pem) {
        return der(pem).flatMap(der -> Stream.of("RSA", "EC", "Ed25519")
                .flatMap(kind -> key(kind, der).stream())
                .findFirst());
    }

    private static Optional<byte[]> der(String pem) {
        Matcher matcher = FORM.matcher(pem);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> key(String kind, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }
}
