// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** JWTs by which clients of the OAuth 2.0 server show who they are, made by jose4j. */
final class TestAssertion {

    private TestAssertion() {}

    static String signed(
            String client, String audience, long now, String alg, Key key, String keyId, Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(client);
        claims.setSubject(client);
        claims.setAudience(audience);
        claims.setJwtId(UUID.randomUUID().toString());
        at(claims, "iat", now);
        at(claims, "exp", now + 60);
        change.accept(claims);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(alg);
        jws.setHeader("typ", "JWT");
        if (keyId != null) {
            jws.setKeyIdHeaderValue(keyId);
        }
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        return compact(jws);
    }

    private static String compact(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    static void at(JwtClaims claims, String name, long seconds) {
        claims.setClaim(name, seconds);
    }

    static String audience(JwtClaims claims) {
        return String.valueOf(claims.getClaimValue("aud"));
    }

    static Key secret(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    static String pem(KeyPair pair) {
        return TestKeys.pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
