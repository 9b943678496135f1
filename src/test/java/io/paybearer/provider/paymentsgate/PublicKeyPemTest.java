// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyPemTest {

    private static final KeyPair PAIR = pair("RSA", 2048);
    private static final String PEM = pem("PUBLIC KEY", PAIR.getPublic().getEncoded());
    private static final String PRIVATE_PEM =
            pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());

    private static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String title, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + title + "-----\n" + lines + "\n-----END " + title + "-----\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }

    private static String refusal(String text) {
        IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> PublicKeyPem.parse(text));
        assertThat(refusal).as("the refusal").isNotNull().hasNoCause();
        return String.valueOf(refusal.getMessage());
    }

    @Test
    void pemText_isSentAsTheBase64OfTheWholeFile() {
        assertThat(PublicKeyPem.parse(PEM).encoded()).isEqualTo(base64(PEM)).startsWith("LS0tLS1CRUdJTiBQVUJM");
    }

    @Test
    void pemText_withOtherLineBreaksAndSpacesAround_isTheSame() {
        String crlf = PEM.replace("\n", "\r\n");

        assertThat(PublicKeyPem.parse(crlf).encoded()).isEqualTo(base64(PEM));
        assertThat(PublicKeyPem.parse("\n" + PEM + "\n\r\n ").encoded()).isEqualTo(base64(PEM));
        assertThat(PublicKeyPem.parse(PEM.strip()).encoded()).isEqualTo(base64(PEM));
    }

    @Test
    void pemText_onOneLineAsEnvironmentVariablesHaveIt_getsItsLineBreaksBack() {
        String encoded = PublicKeyPem.parse(PEM.replace("\n", "\\n")).encoded();

        assertThat(new String(Base64.getDecoder().decode(encoded), US_ASCII))
                .isEqualToIgnoringNewLines(PEM)
                .contains("\nMII");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void pemText_inAnySpelling_isSentAsOpensslWritesIt(String text) {
        assertThat(PublicKeyPem.parse(text).encoded()).isEqualTo(base64(PEM));
    }

    static Stream<String> spellings() {
        String line = PEM.replace("\n", "");
        return Stream.of(
                line,
                PEM.replace("\n", " "),
                PEM.replace("\n", "\r"),
                PEM.replace("\n", "\r\r\n"),
                PEM.replace("\n", "\\r\\n"),
                PEM.replace("\n", "\n    "),
                PEM.replace("\n", "\n\t"),
                PEM.replace("\n", "\n\n\n"),
                PEM.replace("\n", "\u00A0\n\u200B"),
                "\uFEFF" + PEM,
                '"' + line + '"',
                "Bag Attributes\n    friendlyName: shop\nsubject=/CN=shop\n" + PEM,
                "# the key of the shop\n" + PEM + "# replaces the private key of 2024\n",
                base64(line),
                base64(PEM.replace("\n", "\r")),
                base64("Bag Attributes\n" + PEM));
    }

    @Test
    void text_ofThousandsOfBlankLines_isReadInLinearTime() {
        String blank = "\n \r\n".repeat(15_000);
        String text = "-----BEGIN PUBLIC KEY-----" + blank + "A" + blank;

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(refusal(text)).startsWith("it is not a PEM text");
            assertThat(refusal(blank)).startsWith("it is n");
            assertThat(PublicKeyPem.parse(blank + PEM.replace("\n", blank) + blank)
                            .encoded())
                    .isEqualTo(base64(PEM));
        });
    }

    @Test
    void base64_asTheProvidersPageShowsIt_isSentAsItIs() {
        assertThat(PublicKeyPem.parse(base64(PEM)).encoded()).isEqualTo(base64(PEM));
        assertThat(PublicKeyPem.parse(base64(PEM) + "\r\n").encoded()).isEqualTo(base64(PEM));
    }

    @Test
    void base64_ofAFileWithCrlf_isSentAsItIs() {
        String encoded = base64(PEM.replace("\n", "\r\n"));

        assertThat(PublicKeyPem.parse(encoded).encoded()).isEqualTo(encoded);
    }

    @Test
    void base64_brokenIntoLines_isPutTogether() {
        String wrapped = Base64.getMimeEncoder().encodeToString(PEM.getBytes(US_ASCII));

        assertThat(PublicKeyPem.parse(wrapped).encoded()).isEqualTo(base64(PEM));
    }

    @ParameterizedTest
    @CsvSource({"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void privateKey_isRefusedWithAWarning(String title) {
        String pem = pem(title, PAIR.getPrivate().getEncoded());

        for (String text : new String[] {pem, base64(pem), pem.replace("\n", "\r\n"), PEM + pem}) {
            assertThat(refusal(text))
                    .startsWith("it holds a private key, which must never leave your machine; give public_key.pem")
                    .doesNotContain(text.substring(40, 60));
        }
    }

    @Test
    void privateKey_withoutItsTitle_isRefused() {
        String der = Base64.getEncoder().encodeToString(PAIR.getPrivate().getEncoded());

        assertThat(refusal(der)).startsWith("it is not a PEM text").doesNotContain(der.substring(0, 20));
        assertThat(refusal(pem("PUBLIC KEY", PAIR.getPrivate().getEncoded())))
                .startsWith("it is not an RSA public key");
        assertThat(refusal(base64(base64(PRIVATE_PEM)))).startsWith("it is not a PEM text");
    }

    @ParameterizedTest
    @CsvSource({"EC, 256", "DSA, 1024", "Ed25519, 255"})
    void keyOfAnotherKind_isRefused(String algorithm, int size) {
        byte[] key = pair(algorithm, size).getPublic().getEncoded();

        assertThat(refusal(pem("PUBLIC KEY", key)))
                .isEqualTo("it is not an RSA public key (SubjectPublicKeyInfo, as openssl writes it)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "no base64 at all!",
                "Z2FyYmFnZQ==",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----",
            })
    void garbage_isRefusedWithoutBeingShown(String text) {
        assertThat(refusal(text)).startsWith("it is n").doesNotContain("garbage", "Z2Fy", "MIIB", "!!!!");
    }

    @Test
    void privateKey_besideItsCertificate_isStillNamed() {
        String certificate = pem("CERTIFICATE", new byte[] {1, 2, 3});
        for (String text : List.of(certificate + PRIVATE_PEM, PRIVATE_PEM + certificate)) {
            assertThat(refusal(text)).startsWith("it holds a private key");
            assertThat(refusal(base64(text))).startsWith("it holds a private key");
        }
    }

    /** Each remedy is a command that its tool knows; the openssl commands were typed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-----BEGIN CERTIFICATE-----/MIIB/-----END CERTIFICATE----- | it is a certificate; | openssl x509 -in cert.pem -pubkey",
                "-----BEGIN RSA PUBLIC KEY-----/MIIB/-----END RSA PUBLIC KEY----- | it is a key in the form PKCS#1; | openssl rsa -RSAPublicKey_in",
                "-----BEGIN CERTIFICATE REQUEST-----/MIIB/----- | it is a request for a certificate; | openssl req -in request.pem -pubkey",
                "---- BEGIN SSH2 PUBLIC KEY ----/MIIB/ | it is a key of OpenSSH | ssh-keygen -e -m PKCS8",
                "ssh-rsa MIIB me@host | it is a key of OpenSSH | ssh-keygen -e -m PKCS8",
                "ssh-ed25519 MIIB me@host | it is a key of OpenSSH | ssh-keygen -e -m PKCS8",
                "ecdsa-sha2-nistp256 MIIB me@host | it is a key of OpenSSH | ssh-keygen -e -m PKCS8"
            })
    void otherForms_areNamed_withTheCommandThatMakesAPublicKey(String text, String form, String command) {
        for (String given : List.of(text.replace("/", "\n"), base64(text.replace("/", "\n")))) {
            assertThat(refusal(given)).startsWith(form).contains(command).doesNotContain("MIIB");
        }
    }

    @Test
    void twoKeys_areRefused() {
        assertThat(refusal(PEM + PEM)).startsWith("it is not a PEM text with one");
    }
}
