// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys in PEM: which can sign, with what, and what is said of the others. */
class SigningKeyTest {

    private static KeyPair pair(String kind, String of) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec(of));
        } else if (kind.equals("RSA")) {
            generator.initialize(Integer.parseInt(of));
        }
        return generator.generateKeyPair();
    }

    private static String pem(byte[] key, String name) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }

    private static String pem(KeyPair pair) {
        return pem(pair.getPrivate().getEncoded(), "PRIVATE KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, RS256 RS384 RS512 PS256 PS384 PS512",
        "EC, secp256r1, ES256",
        "EC, secp384r1, ES384",
        "EC, secp521r1, ES512",
        "Ed25519, '', EdDSA",
    })
    void key_signsWithItsAlgorithms_andOthersCanVerify(String kind, String of, String algorithms) throws Exception {
        KeyPair pair = pair(kind, of);
        SigningKey key = SigningKey.parse(pem(pair));

        assertThat(key.algorithms()).containsExactly(algorithms.split(" "));
        for (String algorithm : key.algorithms()) {
            JsonWebSignature read = new JsonWebSignature();
            read.setCompactSerialization(new KeyJwt(key, algorithm, Optional.of("k1")).sign("{\"a\":1}"));
            read.setKey(pair.getPublic());
            assertThat(read.verifySignature()).as(algorithm).isTrue();
            assertThat(read.getKeyIdHeaderValue()).isEqualTo("k1");
            assertThat(read.getPayload()).isEqualTo("{\"a\":1}");
        }
        assertThat(key).hasToString("SigningKey" + List.of(algorithms.split(" ")));
    }

    /** As it comes out of an environment variable, or with words before it. */
    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\r\n", " \n "})
    void lineBreaks_mayBeWrittenInAnyWay(String lineBreak) throws Exception {
        String pem = "Bag Attributes\n" + pem(pair("EC", "secp256r1"));

        assertThat(SigningKey.parse(pem.replace("\n", lineBreak)).algorithms()).containsExactly("ES256");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY, PKCS#1; convert it with: openssl pkcs8",
        "EC PRIVATE KEY, SEC 1; convert it with: openssl pkcs8",
        "ENCRYPTED PRIVATE KEY, encrypted with a password; convert it",
        "OPENSSH PRIVATE KEY, OpenSSH; convert a copy of it with: ssh-keygen -p -m PKCS8 -N",
        "PUBLIC KEY, it is a public key",
        "CERTIFICATE, it is a certificate",
        "SOMETHING, it is not a private key in PEM",
        "PRIVATE KEY, a kind that cannot sign here",
    })
    void otherKindOfFile_isNamed_withTheRemedy(String name, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.parse(pem(new byte[] {1, 2, 3}, name)))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024, an RSA key of 1024 bits", "X25519, '', a kind that cannot sign here"})
    void keyThatIsNotGoodEnough_isRefused(String kind, String of, String message) throws Exception {
        String pem = pem(pair(kind, of));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.parse(pem))
                .withMessageContaining(message);
    }

    @Test
    void garbledKey_isRefused_andNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SigningKey.parse("-----BEGIN PRIVATE KEY-----\nAAAA%secret\n-----END PRIVATE KEY-----"))
                .withMessageNotContaining("secret");
    }
}
