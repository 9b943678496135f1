// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names credentials without showing them. */
final class Fingerprint {

    private Fingerprint() {}

    /**
     * The key under which a credential's token is kept.
     *
     * @param provider the provider's id
     * @param credential the parts of the credential; each goes in with its length, so that no two lists collide
     * @return the id, a colon and a SHA-256 in hexadecimal
     */
    static String of(String provider, List<String> credential) {
        MessageDigest sha256 = sha256();
        for (String part : credential) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return provider + ":" + HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
