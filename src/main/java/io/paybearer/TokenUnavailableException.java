// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import org.jspecify.annotations.Nullable;

/** The failure to get a token: none could be obtained, and none that is held has any life left. The call was not made. */
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
