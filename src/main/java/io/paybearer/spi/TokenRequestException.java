// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for a token that yielded none. Its message says what happened at which endpoint, never a secret. */
public final class TokenRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is known about the provider's side of the failure. */
    public enum Kind {
        /** The provider has read the credentials and refused them (a 4xx status other than 408 and 429). */
        REFUSED,
        /** The provider has not acted: it could not be reached, or said that it cannot serve (408, 429, 5xx). */
        UNAVAILABLE,
        /** The request was sent and no usable answer came, so a refresh token in it may have been spent. */
        OUTCOME_UNKNOWN
    }

    /** See {@link #kind()}. */
    private final Kind kind;

    /** See {@link #retryAfter()}. */
    private final @Nullable Duration retryAfter;

    /**
     * A failure.
     *
     * @param kind what is known about the provider's side
     * @param message what happened, without a secret
     * @param cause what went wrong underneath, or null
     */
    public TokenRequestException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, cause);
    }

    /**
     * A failure whose answer says when to come back.
     *
     * @param kind what is known about the provider's side
     * @param message what happened, without a secret
     * @param retryAfter the answer's {@code Retry-After} (RFC 9110, section 10.2.3), or null
     * @param cause what went wrong underneath, or null
     */
    public TokenRequestException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /**
     * What is known about the provider's side.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * How long the provider asks to be left alone.
     *
     * @return the wait, empty where the provider said nothing
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
