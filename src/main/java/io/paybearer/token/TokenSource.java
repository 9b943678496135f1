// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a keeper gets its tokens from: {@link Issuance} asks the provider, {@link SharedToken} looks into the store of the
 * nodes first. {@link SingleFlight} lets one thread at a time obtain a token.
 */
sealed interface TokenSource permits Issuance, SharedToken {

    /**
     * Obtains a successor.
     *
     * @param held the token that is to be replaced, or null if there is none
     * @return the successor
     * @throws TokenRequestException if there is no token to be had
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which says nothing about the provider
     */
    HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException;

    /**
     * A successor that another node has obtained, so that the provider need not be asked.
     *
     * @param held the token that is to be replaced, or null if there is none
     * @return the successor, or null if there is none
     */
    default @Nullable HeldToken found(@Nullable HeldToken held) {
        return null;
    }

    /**
     * A token is over: an API has refused it. It is not found again.
     *
     * @param token the token
     */
    default void over(HeldToken token) {}

    /**
     * How long callers may be kept from a token by anything but the provider.
     *
     * @return the longest time
     */
    default Duration longestDetour() {
        return Duration.ZERO;
    }

    /**
     * Obtains tokens through another issuer of the same credential from now on.
     *
     * @param issuer the issuer
     */
    void askThrough(TokenIssuer issuer);
}
