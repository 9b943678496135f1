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

    private static final String BEARER = "Bearer";

    private final String value;
    private final String scheme;
    private final String authorization;
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
        this(value, BEARER, expiresAt);
    }

    /**
     * A credential of another scheme.
     *
     * @param value the credential, printable ASCII
     * @param scheme the scheme before it in {@code Authorization}; empty if it stands there alone, and may then have spaces
     * @param expiresAt when the provider stops accepting it, by this machine's wall clock
     * @throws IllegalArgumentException if the value is empty or holds a character that no header may carry; the message
     *     does not show the value
     */
    public AccessToken(String value, String scheme, Instant expiresAt) {
        this.value = scheme.isEmpty()
                ? HeaderText.requireValue(value, "access token")
                : HeaderText.requireToken(value, "access token");
        this.scheme = scheme;
        this.authorization = scheme.isEmpty() ? value : scheme + " " + value;
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
     * @return {@code "Bearer "} and the token
     * @throws IllegalStateException if the scheme of the account is another; take {@link #authorization()}
     */
    public String bearer() {
        if (!scheme.equals(BEARER)) {
            throw new IllegalStateException("the account's credential is no bearer token; take authorization()");
        }
        return authorization;
    }

    /**
     * What the {@code Authorization} header carries, whatever the scheme.
     *
     * @return the scheme, a space and the token; the same object on each call
     */
    public String authorization() {
        return authorization;
    }

    /**
     * The authentication scheme.
     *
     * @return {@code Bearer} for most accounts; empty if the token stands alone
     */
    public String scheme() {
        return scheme;
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
