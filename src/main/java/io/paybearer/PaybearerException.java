// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import jakarta.ws.rs.ProcessingException;
import org.jspecify.annotations.Nullable;

/**
 * A call that was not made, because its token could not be put on it.
 *
 * <p>The exception carries no HTTP response. Otherwise a failure at a provider would become the response of the server in
 * whose resource method the call was made. No message shows a secret or a token.
 */
public abstract sealed class PaybearerException extends ProcessingException
        permits PaybearerConfigException, RequestRefusedException, TokenUnavailableException {

    private static final long serialVersionUID = 1L;

    /** See {@link #account()}. */
    private final String account;

    /** See {@link #retryable()}. */
    private final boolean retryable;

    PaybearerException(String account, boolean retryable, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.account = account;
        this.retryable = retryable;
    }

    /**
     * The account that the call was for.
     *
     * @return the account's name; empty where no single account is concerned
     */
    public String account() {
        return account;
    }

    /**
     * Whether the same call may succeed later although nobody changes anything.
     *
     * @return true for an outage, and wherever the token endpoint has not judged the credentials; false for a mistake in
     *     configuration or code, and for refused credentials
     */
    public boolean retryable() {
        return retryable;
    }
}
