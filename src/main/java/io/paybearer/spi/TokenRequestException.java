// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** See {@link #status()}. */
    private final int status;

    /** See {@link #error()}. */
    private final @Nullable String error;

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
        this(kind, message, retryAfter, Wordless.of(cause), 0, null);
    }

    private TokenRequestException(
            Kind kind,
            String message,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause,
            int status,
            @Nullable String error) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.status = status;
        this.error = error;
    }

    /**
     * The same failure as an answer with an error status.
     *
     * @param answered the status
     * @param code the short code that the answer gives for its error, or null; see {@link #error()}
     * @return the failure, with the stack of this call
     */
    public TokenRequestException answered(int answered, @Nullable String code) {
        return new TokenRequestException(kind, String.valueOf(getMessage()), retryAfter, getCause(), answered, code);
    }

    /**
     * The same failure with a message that says more, such as which key to look at.
     *
     * @param more what follows the message, without a secret
     * @return the failure, with the stack of this call
     */
    public TokenRequestException saying(String more) {
        return new TokenRequestException(kind, getMessage() + more, retryAfter, getCause(), status, error);
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

    /**
     * The status of the answer.
     *
     * @return empty if there was no answer, or if its status was no error
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * The error code of the answer: one of {@link OAuth2Error}, or where the provider has codes of its own, a text of up to 64 letters,
     * {@code _}, {@code .} and {@code -}.
     *
     * @return the code; empty if there was none, or none that is known
     */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
