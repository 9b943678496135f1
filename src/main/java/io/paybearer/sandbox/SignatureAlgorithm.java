// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;

/** A signature with a private key, by the name that a JWS has for it (RFC 7518, RFC 8037). */
enum SignatureAlgorithm {
    RS256("RS256", "SHA256withRSA"),
    RS384("RS384", "SHA384withRSA"),
    RS512("RS512", "SHA512withRSA"),
    PS256("PS256", "RSASSA-PSS"),
    PS384("PS384", "RSASSA-PSS"),
    PS512("PS512", "RSASSA-PSS"),
    ES256("ES256", "SHA256withECDSAinP1363Format"),
    ES384("ES384", "SHA384withECDSAinP1363Format"),
    ES512("ES512", "SHA512withECDSAinP1363Format"),
    EDDSA("EdDSA", "Ed25519");

    private final String alg;
    private final String javaName;

    SignatureAlgorithm(String alg, String javaName) {
        this.alg = alg;
        this.javaName = javaName;
    }

    static Optional<SignatureAlgorithm> named(String alg) {
        return Stream.of(values()).filter(known -> known.alg.equals(alg)).findFirst();
    }

    /** Whether a key is of the kind, and where that matters of the size, that this algorithm wants. */
    boolean fits(PublicKey key) {
        return switch (this) {
            case RS256, RS384, RS512, PS256, PS384, PS512 -> key instanceof RSAPublicKey;
            case ES256 -> size(key) == 256;
            case ES384 -> size(key) == 384;
            case ES512 -> size(key) == 521;
            case EDDSA -> key instanceof EdECPublicKey;
        };
    }

    boolean verifies(PublicKey key, String text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(javaName);
            if (alg.startsWith("PS")) {
                verifier.setParameter(pss(Integer.parseInt(alg.substring(2))));
            }
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(javaName + " is not available", missing);
        }
    }

    /** The salt is as long as the hash (RFC 7518, section 3.5). */
    private static PSSParameterSpec pss(int bits) {
        String hash = "SHA-" + bits;
        return new PSSParameterSpec(
                hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    private static int size(PublicKey key) {
        return key instanceof ECPublicKey ec
                ? ec.getParams().getCurve().getField().getFieldSize()
                : 0;
    }
}
