// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import io.paybearer.HeaderText;
import io.paybearer.Secret;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer hands out: a token, how long it lives, and what renews it. Immutable.
 *
 * @param accessToken the token
 * @param refreshToken what renews it, or null
 * @param lifetime how long it lives, counted from the moment the request for it was sent; positive
 */
public record IssuedToken(Secret accessToken, @Nullable Secret refreshToken, Duration lifetime) {

    /** Shorter-lived tokens cannot be put to use before they expire. */
    public static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(1);

    /** The lifetime above which one is taken for a mistake. */
    public static final Duration LONGEST_LIFETIME = Duration.ofDays(366);

    /**
     * Checks that the token can be carried by a header and that its lifetime makes sense.
     *
     * @param accessToken as above
     * @param refreshToken as above
     * @param lifetime as above
     * @throws IllegalArgumentException if not; the message shows no token
     */
    public IssuedToken {
        HeaderText.requireToken(accessToken.reveal(), "the token");
        if (refreshToken != null) {
            HeaderText.requireToken(refreshToken.reveal(), "the refresh token");
        }
        if (lifetime.compareTo(SHORTEST_LIFETIME) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("the token's lifetime of " + lifetime.toSeconds() + " s is not between "
                    + SHORTEST_LIFETIME.toSeconds() + " s and " + LONGEST_LIFETIME.toDays() + " days");
        }
    }

    /**
     * A token that cannot be renewed, only issued anew.
     *
     * @param accessToken the token
     * @param lifetime how long it lives
     */
    public IssuedToken(String accessToken, Duration lifetime) {
        this(Secret.of(accessToken), null, lifetime);
    }

    /**
     * The refresh token where there is one.
     *
     * @return the refresh token
     */
    public Optional<Secret> renewal() {
        return Optional.ofNullable(refreshToken);
    }

    /**
     * The same token with a refresh token to fall back on.
     *
     * @param inherited what to use if this token has none of its own
     * @return this token if it has one
     */
    public IssuedToken inheriting(@Nullable Secret inherited) {
        return refreshToken != null || inherited == null ? this : new IssuedToken(accessToken, inherited, lifetime);
    }
}
