// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The credentials of {@code Authorization: Basic …} (RFC 7617), as UTF-8.
 *
 * @param name what is before the first colon
 * @param password what follows that colon
 */
record BasicCredentials(String name, String password) {

    private static final String BASIC = "Basic ";

    static boolean are(String authorization) {
        return authorization.startsWith(BASIC);
    }

    /** Reads the header. The scheme must be spelled exactly like this. */
    static BasicCredentials parse(String authorization) {
        if (!are(authorization)) {
            throw Refused.unauthorized("Authorization is not Basic");
        }
        String text = decoded(authorization.substring(BASIC.length()));
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw Refused.unauthorized("Basic credentials have no colon");
        }
        return new BasicCredentials(text.substring(0, colon), text.substring(colon + 1));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refused.unauthorized("Basic credentials are not Base64");
        }
    }

    @Override
    public String toString() {
        return "BasicCredentials[hidden]";
    }
}
