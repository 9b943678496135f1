// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import org.jspecify.annotations.Nullable;

/**
 * A stand-in for what went wrong underneath: its class and where it happened, without its text. The text may repeat what the
 * other side has sent, and that may be a secret that this side had sent before.
 */
final class Wordless extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    private Wordless(String original, @Nullable Throwable cause) {
        super(original, cause, false, true);
    }

    /** The stand-in; failures of our own have no foreign text, so they stay as they are. */
    static @Nullable Throwable of(@Nullable Throwable cause) {
        return of(cause, DEEPEST);
    }

    private static @Nullable Throwable of(@Nullable Throwable cause, int depth) {
        if (cause == null || cause instanceof TokenRequestException) {
            return cause;
        }
        Wordless wordless =
                new Wordless(cause.getClass().getName(), depth == 0 ? null : of(cause.getCause(), depth - 1));
        wordless.setStackTrace(cause.getStackTrace());
        return wordless;
    }
}
