// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import java.nio.charset.StandardCharsets;

/** The key {@code public-key}: a key, or an objection. */
public final class PublicKeyFuzz {

    private PublicKeyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (String each :
                new String[] {text, "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n"}) {
            try {
                PublicKeyPem.parse(each);
            } catch (IllegalArgumentException objection) {
                // the message is for people
            }
        }
    }
}
