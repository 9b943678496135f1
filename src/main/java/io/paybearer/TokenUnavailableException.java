// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import org.jspecify.annotations.Nullable;

/** A token that could neither be obtained nor served from what is held; the call was not made. */
public final class TokenUnavailableException extends PaybearerException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure to obtain a token.
     *
     * @param account the account's name
     * @param retryable whether the same call may succeed later by itself
     * @param message what failed and what to do, without a secret
     * @param cause what went wrong underneath, or null
     */
    public TokenUnavailableException(String account, boolean retryable, String message, @Nullable Throwable cause) {
        super(account, retryable, message, cause);
    }
}
