// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** The key {@code base-uri}: a base that covers itself, or an objection. */
public final class BaseUriFuzz {

    private BaseUriFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            URI uri = new URI(new String(input, StandardCharsets.UTF_8));
            BaseUri base = BaseUri.of(uri);
            if (!base.covers(base.uri())) {
                throw new IllegalStateException("does not cover itself: " + base);
            }
        } catch (URISyntaxException | IllegalArgumentException objection) {
            // the message is for people
        }
    }
}
