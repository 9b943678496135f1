// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of the tests, made without any code of the sandbox. */
final class TestJws {

    static final String HS512 = "{\"alg\":\"HS512\",\"typ\":\"JWT\"}";
    static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private TestJws() {}

    static String hs512(String claims, String key) {
        return sign("HmacSHA512", HS512, claims, key);
    }

    static String hs256(String claims, String key) {
        return sign("HmacSHA256", HS256, claims, key);
    }

    static String sign(String algorithm, String header, String claims, String key) {
        String input = encode(header.getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        return input + "." + encode(bytes(algorithm, input, key));
    }

    /** The claims of a token, as JSON. */
    static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
    }

    /** An HMAC in small hexadecimal digits. */
    static String hmac(String algorithm, String text, String key) {
        return HexFormat.of().formatHex(bytes(algorithm, text, key));
    }

    private static byte[] bytes(String algorithm, String text, String key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
