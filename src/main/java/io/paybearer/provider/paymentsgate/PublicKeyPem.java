// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.paybearer.origin.Invisible;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * An RSA public key as PaymentsGate wants it: the Base64 of the whole text of {@code public_key.pem}, in the form in which openssl
 * writes that file (RFC 7468, section 3).
 *
 * @param encoded the Base64
 */
record PublicKeyPem(String encoded) {

    private static final String ANY_BEGIN = "-----BEGIN ";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final String TO_PEM = "; make public_key.pem with: ";

    private static final String SSH = "it is a key of OpenSSH, whose form PaymentsGate does not read" + TO_PEM
            + "ssh-keygen -e -m PKCS8 -f id_rsa.pub > public_key.pem (of an RSA key)";

    /** What else people give, and what makes a public key of it. */
    private static final Map<String, String> OTHERS = Map.of(
            "BEGIN CERTIFICATE-----",
                    "it is a certificate" + TO_PEM + "openssl x509 -in cert.pem -pubkey -noout -out public_key.pem",
            "BEGIN RSA PUBLIC KEY-----",
                    "it is a key in the form PKCS#1" + TO_PEM
                            + "openssl rsa -RSAPublicKey_in -in key.pem -pubout -out public_key.pem",
            "BEGIN SSH2 PUBLIC KEY ----", SSH,
            "ssh-rsa ", SSH,
            "ssh-ed25519 ", SSH,
            "ecdsa-sha2-", SSH,
            "BEGIN CERTIFICATE REQUEST-----",
                    "it is a request for a certificate" + TO_PEM
                            + "openssl req -in request.pem -pubkey -noout -out public_key.pem");

    private static final int LINE = 64;
    private static final int LONGEST_LINE = 76;

    /**
     * Reads the text of a PEM file, or the Base64 of one. In a text, line breaks may stand anywhere or be missing, and other
     * text may stand before and after the key, as openssl writes Bag Attributes there.
     *
     * @throws IllegalArgumentException if it is not an RSA public key; the message never shows the text
     */
    static PublicKeyPem parse(String configured) {
        refuseOthers(configured);
        if (configured.contains(ANY_BEGIN)) {
            String text = configured.replace("\\r", "\n").replace("\\n", "\n");
            return new PublicKeyPem(base64(normalised(text)));
        }
        String encoded = visible(configured);
        String text = decoded(encoded);
        refuseOthers(text);
        String pem = normalised(text);
        return new PublicKeyPem(wellFormed(unified(text)) ? encoded : base64(pem));
    }

    @Override
    public String toString() {
        return "PublicKeyPem[hidden]";
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is neither a PEM text nor the Base64 of one; give public_key.pem");
        }
    }

    /** The text with one kind of line break, and one at its end. */
    private static String unified(String text) {
        return text.replace("\r\n", "\n").strip() + "\n";
    }

    /** Whether a text is a file as programs write it: the key alone, in lines of usual length. */
    private static boolean wellFormed(String text) {
        return text.startsWith(BEGIN + "\n")
                && text.endsWith("\n" + END + "\n")
                && text.lines().allMatch(line -> !line.isEmpty() && line.length() <= LONGEST_LINE)
                && text.chars().noneMatch(c -> c != '\n' && c != ' ' && Invisible.is(c))
                && text.indexOf(' ', BEGIN.length()) == text.lastIndexOf(END) + END.indexOf(' ');
    }

    /** A private key is named first, whatever stands beside it, such as its certificate. */
    private static void refuseOthers(String text) {
        if (text.toUpperCase(Locale.ROOT).contains("PRIVATE KEY-----")) {
            throw new IllegalArgumentException("it holds a private key, which must never leave your machine; give"
                    + " public_key.pem, and replace the pair if the private key has been shared");
        }
        OTHERS.forEach((mark, objection) -> {
            if (text.contains(mark)) {
                throw new IllegalArgumentException(objection);
            }
        });
    }

    /** The only key of the text: as it is written if the text is a usual file, otherwise in lines of 64 characters. */
    private static String normalised(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0
                || end < begin + BEGIN.length()
                || begin != text.indexOf(ANY_BEGIN)
                || begin != text.lastIndexOf(ANY_BEGIN)) {
            throw new IllegalArgumentException("it is not a PEM text with one \"BEGIN PUBLIC KEY\" block; make"
                    + " public_key.pem with: openssl rsa -in private_key.pem -pubout -out public_key.pem");
        }
        byte[] key = rsaKey(visible(text.substring(begin + BEGIN.length(), end)));
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key);
        String file = unified(text);
        return wellFormed(file) ? file : BEGIN + "\n" + lines + "\n" + END + "\n";
    }

    private static byte[] rsaKey(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(key))
                    .getEncoded();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "it is not an RSA public key (SubjectPublicKeyInfo, as openssl writes it)");
        }
    }

    /** The text without blanks, line breaks and the like. Takes time in proportion to its length. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Invisible.is(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }
}
