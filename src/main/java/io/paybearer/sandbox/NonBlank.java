// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The rule that a text must not be blank. The message does not show the text, which may be secret. */
final class NonBlank {

    private NonBlank() {}

    static void require(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
