// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private key of an account, and the algorithms that it can sign with (RFC 7518, section 3.1; RFC 8037). Immutable. Cannot be
 * printed.
 */
public final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final String CONVERT =
            "; convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.pkcs8.pem";
    private static final int SHORTEST_RSA = 2048;

    /** What else PEM files begin with, and what is to be done about it. */
    private static final Map<String, String> OTHERS = Map.of(
            "-----BEGIN RSA PRIVATE KEY-----",
            "it is a key in the form PKCS#1" + CONVERT,
            "-----BEGIN EC PRIVATE KEY-----",
            "it is a key in the form of SEC 1" + CONVERT,
            "-----BEGIN ENCRYPTED PRIVATE KEY-----",
            "it is encrypted with a password" + CONVERT,
            "-----BEGIN OPENSSH PRIVATE KEY-----",
            "it is a key in the form of OpenSSH; convert a copy of it with: ssh-keygen -p -m PKCS8 -N '' -f copy",
            "-----BEGIN PUBLIC KEY-----",
            "it is a public key; give the private key, which signs",
            "-----BEGIN CERTIFICATE-----",
            "it is a certificate; give the private key, which signs");

    private static final Map<Integer, String> BY_CURVE = Map.of(256, "ES256", 384, "ES384", 521, "ES512");

    private final PrivateKey key;
    private final List<String> algorithms;

    private SigningKey(PrivateKey key, List<String> algorithms) {
        this.key = key;
        this.algorithms = algorithms;
    }

    /**
     * Reads a key.
     *
     * @param pem PKCS#8 in PEM (RFC 7468, section 10), not encrypted
     * @return the key
     * @throws IllegalArgumentException if it is no key that can sign here; the message shows nothing of it
     */
    public static SigningKey parse(String pem) {
        String text = pem.replace("\\n", "\n");
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(0, begin));
        if (begin < 0 || end < 0) {
            throw new IllegalArgumentException(OTHERS.entrySet().stream()
                    .filter(other -> text.contains(other.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("it is not a private key in PEM, which begins with \"BEGIN PRIVATE KEY\""));
        }
        PrivateKey key = key(text.substring(begin + BEGIN.length(), end));
        return new SigningKey(key, algorithms(key));
    }

    private static PrivateKey key(String base64) {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(bytes(base64));
        return Stream.of("RSA", "EC", "EdDSA")
                .flatMap(kind -> read(kind, encoded).stream())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("it is a private key of a kind that cannot sign here; RSA, EC on"
                                + " P-256, P-384 or P-521, and Ed25519 can"));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("what stands between its first and last line is not Base64", notBase64);
        }
    }

    private static Optional<PrivateKey> read(String kind, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePrivate(encoded));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static List<String> algorithms(PrivateKey key) {
        if (key instanceof RSAKey rsa) {
            if (rsa.getModulus().bitLength() < SHORTEST_RSA) {
                throw new IllegalArgumentException(
                        "it is an RSA key of " + rsa.getModulus().bitLength() + " bits; at least " + SHORTEST_RSA
                                + " are needed (RFC 7518, section 3.3)");
            }
            return List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
        }
        if (key instanceof ECPrivateKey ec) {
            return List.of(curve(ec));
        }
        return List.of("EdDSA");
    }

    private static String curve(ECPrivateKey key) {
        String algorithm = BY_CURVE.get(key.getParams().getCurve().getField().getFieldSize());
        if (algorithm == null) {
            throw new IllegalArgumentException(
                    "it is a key on a curve that cannot be used; P-256, P-384 and P-521 can");
        }
        return algorithm;
    }

    /**
     * The algorithms that the key can sign with.
     *
     * @return their names in JWS, the usual one first
     */
    public List<String> algorithms() {
        return algorithms;
    }

    PrivateKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningKey" + algorithms;
    }
}
