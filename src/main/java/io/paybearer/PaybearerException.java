// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import jakarta.ws.rs.ProcessingException;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not go out because its credential could not be put on it.
 *
 * <p>It carries no HTTP response, so that a failure at a provider never becomes the response of the server in whose
 * resource method the call was made. No message shows a secret or a token.
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
     * @return its name; empty where no single account is concerned
     */
    public String account() {
        return account;
    }

    /**
     * Whether the same call may succeed later without anybody changing anything.
     *
     * @return true for an outage, false for a mistake in configuration or code, and for refused credentials
     */
    public boolean retryable() {
        return retryable;
    }
}
