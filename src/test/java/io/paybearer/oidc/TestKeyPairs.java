// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import io.paybearer.harness.TestMerchants;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A pair of keys for each algorithm. RSA keys serve several, since they take long to make. */
final class TestKeyPairs {

    private static final Map<String, String> CURVES =
            Map.of("ES256", "secp256r1", "ES384", "secp384r1", "ES512", "secp521r1");

    private final Map<String, KeyPair> made = new ConcurrentHashMap<>();

    KeyPair of(String algorithm) {
        String kind = algorithm.startsWith("ES") ? algorithm : algorithm.equals("EdDSA") ? "Ed25519" : "RSA";
        return made.computeIfAbsent(kind, TestKeyPairs::generate);
    }

    /** The private key as an account has it. */
    String pem(String algorithm) {
        return TestMerchants.pem("PRIVATE KEY", of(algorithm).getPrivate().getEncoded());
    }

    private static KeyPair generate(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(CURVES.containsKey(kind) ? "EC" : kind);
            if (CURVES.containsKey(kind)) {
                generator.initialize(new ECGenParameterSpec(CURVES.get(kind)));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
