// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An RSA public key as PaymentsGate wants it: the Base64 of the whole text of {@code public_key.pem}.
 *
 * @param encoded the Base64
 */
record PublicKeyPem(String encoded) {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*([A-Za-z0-9+/=\\s]+?)\\s*-----END \\1-----\\s*");

    /**
     * Reads the text of a PEM file, or the Base64 of one.
     *
     * @throws IllegalArgumentException if it is not an RSA public key; the message never shows the text
     */
    static PublicKeyPem parse(String configured) {
        String text = configured.replace("\\n", "\n").strip();
        if (text.contains("-----BEGIN ")) {
            String pem = text.replace("\r", "") + "\n";
            requireRsaPublicKey(pem);
            return new PublicKeyPem(base64(pem));
        }
        String encoded = text.replaceAll("\\s", "");
        requireRsaPublicKey(decoded(encoded));
        return new PublicKeyPem(encoded);
    }

    @Override
    public String toString() {
        return "PublicKeyPem[hidden]";
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is neither a PEM text nor the Base64 of one; give public_key.pem");
        }
    }

    private static void requireRsaPublicKey(String pem) {
        if (pem.toUpperCase(Locale.ROOT).contains("PRIVATE KEY")) {
            throw new IllegalArgumentException("it holds a private key, which must never leave your machine; give"
                    + " public_key.pem, and replace the pair if the private key has been shared");
        }
        Matcher matcher = PEM.matcher(pem.strip());
        if (!matcher.matches() || !matcher.group(1).equals("PUBLIC KEY")) {
            throw new IllegalArgumentException("it is not a PEM text with one \"BEGIN PUBLIC KEY\" block; make"
                    + " public_key.pem with: openssl rsa -in private_key.pem -pubout -out public_key.pem");
        }
        requireParsable(matcher.group(2).replaceAll("\\s", ""));
    }

    private static void requireParsable(String der) {
        try {
            byte[] key = Base64.getDecoder().decode(der);
            KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "it is not an RSA public key (SubjectPublicKeyInfo, as openssl writes it)");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
