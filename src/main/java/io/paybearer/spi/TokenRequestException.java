// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that has brought no token. The message says what happened at which endpoint, and shows no secret.
 *
 * <p>Of a cause the class, the place and the causes underneath are kept, but not the message: it may repeat what the endpoint
 * has sent.
 */
public final class TokenRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is known about the provider's part in the failure. */
    public enum Kind {
        /** The provider has read the credentials and refused them (400, 401, 403). */
        REFUSED,
        /**
         * The provider has done nothing: it could not be reached, or has answered that it cannot serve now (408, 425, 429,
         * 5xx).
         */
        UNAVAILABLE,
        /**
         * The request cannot succeed as it is configured: there is no token endpoint at the URI, or the proxy wants a password
         * (404, 407 and all other 4xx). A refresh token in the request counts as spent.
         */
        MISCONFIGURED,
        /** The request was sent, but no usable answer came. A refresh token in the request may be spent. */
        OUTCOME_UNKNOWN
    }

    /** See {@link #kind()}. */
    private final Kind kind;

    /** See {@link #retryAfter()}. */
    private final @Nullable Duration retryAfter;

    /**
     * A failure.
     *
     * @param kind what is known about the provider's part
     * @param message what happened, without a secret
     * @param cause what went wrong underneath, or null; its message is not kept
     */
    public TokenRequestException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, cause);
    }

    /**
     * A failure whose answer may say when to ask again.
     *
     * @param kind what is known about the provider's part
     * @param message what happened, without a secret
     * @param retryAfter the answer's {@code Retry-After} (RFC 9110, section 10.2.3), or null
     * @param cause what went wrong underneath, or null; its message is not kept
     */
    public TokenRequestException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, Wordless.of(cause));
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /**
     * What is known about the provider's part in the failure.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * How long the provider wants no further request.
     *
     * @return the wait; empty if the provider did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
