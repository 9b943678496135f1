// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What no answer can be like. A fault that asks for it is refused when it is made, or a test would pass without it. */
final class FaultChecks {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    private FaultChecks() {}

    static void requireStatus(int status, boolean hasBody) {
        require(status >= 200 && status <= 599, "the status of an answer is from 200 to 599, not " + status);
        require(!hasBody || !WITHOUT_BODY.contains(status), "an answer with status " + status + " has no body");
    }

    static void requireRedirect(int status) {
        require(REDIRECTS.contains(status), "a redirect has status 301, 302, 303, 307 or 308, not " + status);
    }

    static void requireHeaders(Map<String, String> headers) {
        headers.forEach((name, value) -> {
            require(name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"), "'" + name + "' is no name of a header");
            require(
                    value.chars().allMatch(FaultChecks::inHeader),
                    "header " + name + " has a character that HTTP does not allow");
        });
    }

    static void requirePause(Duration pause) {
        require(!pause.isNegative(), "a pause is not shorter than zero: " + pause);
    }

    static void requirePositive(long size) {
        require(size > 0, "a huge body has more bytes than " + size);
    }

    private static boolean inHeader(int character) {
        return character == '\t' || (character >= ' ' && character <= '~') || (character >= 0x80 && character <= 0xff);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException("Fault: " + otherwise);
        }
    }
}
