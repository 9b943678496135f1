// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.origin.Invisible;

/**
 * What is odd about a value by its shape: what stands around it is most often left over from another form of file, or from copying.
 * The texts show nothing of the value.
 */
final class Shape {

    /** What to say of a value in quotation marks. */
    static final String QUOTED = "its value is in quotation marks, which count as a part of it; remove them";

    private static final String OPENING = "\"'`\u201C\u201E\u201D\u2018\u2019\u201A\u00AB\u00BB";
    private static final String CLOSING = "\"'`\u201D\u201C\u2019\u2018\u00BB\u00AB";

    private Shape() {}

    /** What is odd about a secret; empty if nothing is. */
    static String around(String secret) {
        if (Invisible.around(secret)) {
            return "the secret begins or ends with white space, which counts as a part of it; remove the white space";
        }
        return isQuoted(secret) ? QUOTED : "";
    }

    static boolean isQuoted(String text) {
        return text.length() > 1
                && OPENING.indexOf(text.charAt(0)) >= 0
                && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
