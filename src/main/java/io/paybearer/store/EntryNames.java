// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The name of a credential's entry: the provider, the version of the names, and an HMAC of the credential's fingerprint. Example:
 * {@code paymentsgate:2:5f0c…}. Without the key nobody can try out which credential a name belongs to, however weak it is.
 *
 * <p>The key of the HMAC is derived from a key that seals tokens, by the expansion of HKDF (RFC 5869, section 2.3; the 32 random
 * bytes need no extraction). So the two uses of the sealing key do not touch each other.
 */
final class EntryNames {

    /** Names of version 1 had no key, so nodes that use them do not meet these entries. */
    private static final String VERSION = ":2:";

    private static final String MAC = "HmacSHA256";

    /** The label of this use of the key, and the number of the block that HKDF makes. */
    private static final String LABEL = "paybearer entry names 2\u0001";

    private EntryNames() {}

    /**
     * The name under one key.
     *
     * @param key the Base64 of a key that seals tokens
     * @param credential the fingerprint: the provider's id, a colon and a digest
     */
    static String name(Secret key, String credential) {
        byte[] forNames = hmac(Base64.getDecoder().decode(key.reveal()), LABEL);
        String provider = credential.substring(0, credential.lastIndexOf(':'));
        return provider + VERSION + HexFormat.of().formatHex(hmac(forNames, credential));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
