// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import io.paybearer.origin.HeaderText;
import java.time.Instant;
import java.util.Objects;

/**
 * A token that a provider accepts on its API calls, and the moment at which it expires.
 *
 * <p>Immutable and thread-safe. Two tokens are equal if their values are equal. {@link #toString()} never shows the value.
 */
public final class AccessToken {

    private final String value;
    private final String bearer;
    private final Instant expiresAt;

    /**
     * A token as the provider has issued it, or as it was minted here.
     *
     * @param value the token, printable ASCII without spaces
     * @param expiresAt when the provider stops accepting it, by this machine's wall clock
     * @throws IllegalArgumentException if the value is empty or holds a character that no header may carry; the message
     *     does not show the value
     */
    public AccessToken(String value, Instant expiresAt) {
        this.value = HeaderText.requireToken(value, "access token");
        this.bearer = "Bearer " + value;
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /**
     * The token itself. Never log it, never put it into a message.
     *
     * @return the bare token
     */
    public String value() {
        return value;
    }

    /**
     * The token as the {@code Authorization} header carries it (RFC 6750, section 2.1).
     *
     * @return {@code "Bearer "} and the token; the same object on each call
     */
    public String bearer() {
        return bearer;
    }

    /**
     * When the provider stops accepting the token.
     *
     * @return the moment, by this machine's wall clock
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken token && value.equals(token.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "AccessToken[hidden, expiresAt=" + expiresAt + "]";
    }
}
