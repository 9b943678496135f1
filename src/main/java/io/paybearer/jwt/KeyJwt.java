// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A signer of compact JWTs (RFC 7515, RFC 7519) with a private key. Immutable, thread-safe. */
public final class KeyJwt {

    private final SigningKey key;
    private final String algorithm;
    private final Optional<String> keyId;

    /**
     * A signer.
     *
     * @param key the key
     * @param algorithm one of the {@linkplain SigningKey#algorithms() algorithms} of the key
     * @param keyId the header {@code kid}; empty if there is none
     */
    public KeyJwt(SigningKey key, String algorithm, Optional<String> keyId) {
        this.key = key;
        this.algorithm = algorithm;
        this.keyId = keyId;
    }

    /**
     * Signs claims.
     *
     * @param claims a JSON object
     * @return the JWS in compact form
     * @throws IllegalStateException if this JVM cannot sign with the key
     */
    public String sign(String claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setHeader("typ", "JWT");
        keyId.ifPresent(signature::setKeyIdHeaderValue);
        signature.setKey(key.key());
        signature.setPayload(claims);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("this JVM cannot sign with " + algorithm, e);
        }
    }
}
