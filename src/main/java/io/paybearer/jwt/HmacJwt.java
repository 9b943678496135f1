// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import io.paybearer.Secret;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import javax.crypto.Mac;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.CryptoPrimitive;
import org.jose4j.jws.HmacUsingShaAlgorithm;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A signer of compact JWTs (RFC 7515, RFC 7519) with a shared secret.
 *
 * <p>jose4j computes the MAC; the algorithm and the keyed {@code Mac} are kept from token to token. jose4j's
 * {@code JsonWebSignature} is not used, for two reasons: it builds the same header again for each token, and it refuses keys
 * that are shorter than the hash. RFC 7518, section 3.2 asks for longer keys, but providers do hand out short ones.
 * Thread-safe.
 */
public final class HmacJwt {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private static final JsonWebSignatureAlgorithm HS256 = new HmacUsingShaAlgorithm.HmacSha256();
    private static final JsonWebSignatureAlgorithm HS512 = new HmacUsingShaAlgorithm.HmacSha512();

    private final JsonWebSignatureAlgorithm algorithm;
    private final ProviderContext context = new ProviderContext();
    private final Key key;
    private final String header;

    /**
     * Cloned for each token and never used itself. A clone is cheap; to look the algorithm up and key it takes as long as to
     * sign.
     */
    private volatile @Nullable Mac keyed;

    private HmacJwt(JsonWebSignatureAlgorithm algorithm, Secret secret) {
        this.algorithm = algorithm;
        this.key = new HmacKey(secret.utf8());
        this.header = encode("{\"alg\":\"" + algorithm.getAlgorithmIdentifier() + "\",\"typ\":\"JWT\"}") + ".";
    }

    /**
     * A signer with HMAC SHA-256.
     *
     * @param secret the key: its UTF-8 bytes as they are, at least one
     * @return the signer
     */
    public static HmacJwt hs256(Secret secret) {
        return new HmacJwt(HS256, secret);
    }

    /**
     * A signer with HMAC SHA-512.
     *
     * @param secret the key: its UTF-8 bytes as they are, at least one
     * @return the signer
     */
    public static HmacJwt hs512(Secret secret) {
        return new HmacJwt(HS512, secret);
    }

    /**
     * Signs claims.
     *
     * @param claims a JSON object
     * @return the JWS in compact form; its header is {@code alg}, then {@code typ}
     */
    public String sign(String claims) {
        // concat, since the builder behind + would grow several times
        String signed = header.concat(encode(claims));
        return String.join(".", signed, BASE64URL.encodeToString(mac(signed.getBytes(StandardCharsets.US_ASCII))));
    }

    private byte[] mac(byte[] input) {
        try {
            return algorithm.sign(new CryptoPrimitive(keyedMac()), input);
        } catch (JoseException e) {
            throw new IllegalStateException("this JVM cannot compute " + algorithm.getJavaAlgorithm(), e);
        }
    }

    private Mac keyedMac() throws JoseException {
        Mac original = keyed;
        if (original == null) {
            original = algorithm.prepareForSign(key, context).getMac();
            keyed = original;
        }
        try {
            return (Mac) original.clone();
        } catch (CloneNotSupportedException notByThisJvmsProvider) {
            return algorithm.prepareForSign(key, context).getMac();
        }
    }

    private static String encode(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
