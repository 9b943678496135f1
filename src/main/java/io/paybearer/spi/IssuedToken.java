// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import io.paybearer.Secret;
import io.paybearer.origin.HeaderText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A new token from an issuer, its lifetime, and the refresh token that came with it. Immutable.
 *
 * @param accessToken the token
 * @param refreshToken the refresh token, or null if the provider gave none
 * @param lifetime how long the token lives, counted from the moment when the request for it was sent; positive
 * @param scheme the authentication scheme before the token in {@code Authorization} (RFC 9110, section 11.6.2); empty if the token
 *     stands there alone. Other headers carry the token alone in any case.
 */
public record IssuedToken(Secret accessToken, @Nullable Secret refreshToken, Duration lifetime, String scheme) {

    /** The usual scheme (RFC 6750). */
    public static final String BEARER = "Bearer";

    /** The shortest lifetime: a token that lives shorter would expire before it can be used. */
    public static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(1);

    /** The longest lifetime: more than this is taken for a mistake. */
    public static final Duration LONGEST_LIFETIME = Duration.ofDays(366);

    /**
     * Checks that a header can carry the tokens, and that the lifetime makes sense.
     *
     * @param accessToken as above
     * @param refreshToken as above
     * @param lifetime as above
     * @param scheme as above
     * @throws IllegalArgumentException if not; the message shows no token
     */
    public IssuedToken {
        String token = accessToken.reveal();
        if (scheme.isEmpty()) {
            HeaderText.requireValue(token, "the token");
        } else {
            HeaderText.requireToken(scheme, "the scheme");
            HeaderText.requireToken(token, "the token");
        }
        if (refreshToken != null) {
            HeaderText.requireToken(refreshToken.reveal(), "the refresh token");
        }
        if (lifetime.compareTo(SHORTEST_LIFETIME) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("the token's lifetime of " + lifetime.toSeconds() + " s is not between "
                    + SHORTEST_LIFETIME.toSeconds() + " s and " + LONGEST_LIFETIME.toDays() + " days");
        }
    }

    /**
     * A token of the scheme {@code Bearer}.
     *
     * @param accessToken the token
     * @param refreshToken the refresh token, or null if the provider gave none
     * @param lifetime how long it lives
     */
    public IssuedToken(Secret accessToken, @Nullable Secret refreshToken, Duration lifetime) {
        this(accessToken, refreshToken, lifetime, BEARER);
    }

    /**
     * A token of the scheme {@code Bearer} without a refresh token.
     *
     * @param accessToken the token
     * @param lifetime how long it lives
     */
    public IssuedToken(String accessToken, Duration lifetime) {
        this(Secret.of(accessToken), null, lifetime);
    }

    /**
     * This token with the refresh token of its predecessor, if it has none of its own.
     *
     * @param inherited the refresh token of the predecessor, or null
     * @return this token itself if it has a refresh token
     */
    public IssuedToken inheriting(@Nullable Secret inherited) {
        return refreshToken != null || inherited == null
                ? this
                : new IssuedToken(accessToken, inherited, lifetime, scheme);
    }
}
