// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A JWS in compact form (RFC 7515, section 7.1) with a JSON object as payload. */
final class Jws {

    private final JsonObject header;
    private final JsonObject claims;
    private final String signingInput;
    private final byte[] signature;

    private Jws(String[] parts) {
        header = object(parts[0], "header");
        claims = object(parts[1], "payload");
        signingInput = parts[0] + "." + parts[1];
        signature = bytes(parts[2]);
    }

    /** Reads a token. Nothing is verified yet. */
    static Jws parse(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw Refused.unauthorized("token is not a compact JWS");
        }
        return new Jws(parts);
    }

    static String sign(Map<String, ?> claims, String key) {
        String input = text("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + text(JsonWriter.write(claims));
        return input + "." + encode(Hmac.sign("HmacSHA256", key, input));
    }

    JsonObject header() {
        return header;
    }

    /** Refuses a token whose header names another algorithm or type, or extensions that nobody here knows (RFC 7515, section 4.1.11). */
    void requireHeader(String alg) {
        boolean right = header.text("alg").equals(Optional.of(alg))
                && header.text("typ").equals(Optional.of("JWT"))
                && !header.has("crit");
        if (!right) {
            throw Refused.unauthorized("token's header does not say alg " + alg + " and typ JWT, without crit");
        }
    }

    JsonObject claims() {
        return claims;
    }

    void requireSignature(String algorithm, String key) {
        if (!MessageDigest.isEqual(Hmac.sign(algorithm, key, signingInput), signature)) {
            throw Refused.unauthorized("token's signature is wrong");
        }
    }

    void requireSignature(SignatureAlgorithm algorithm, PublicKey key) {
        if (!algorithm.fits(key) || !algorithm.verifies(key, signingInput, signature)) {
            throw Refused.unauthorized("token's signature is wrong");
        }
    }

    private static JsonObject object(String part, String what) {
        return JsonObject.parse(new String(bytes(part), StandardCharsets.UTF_8))
                .orElseThrow(() -> Refused.unauthorized("token's " + what + " is not a JSON object"));
    }

    private static String text(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            // The decoder accepts padding and stray bits; the standard allows one spelling only.
            if (encode(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, like any other wrong spelling
        }
        throw Refused.unauthorized("token is not Base64url without padding");
    }
}
