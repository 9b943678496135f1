// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The check that a text is given. The text itself stays out of the message: it may be secret. */
final class NonBlank {

    private NonBlank() {}

    static void require(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
