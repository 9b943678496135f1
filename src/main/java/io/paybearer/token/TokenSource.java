// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenRequestException;
import org.jspecify.annotations.Nullable;

/** Where a flight gets its token from. */
interface TokenSource {

    /**
     * Obtains a successor.
     *
     * @param held the token that is to be replaced, or null if there is none
     * @return the successor
     * @throws TokenRequestException if there is none to be had
     */
    HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException;

    /**
     * Whether obtaining one may take long, since others are asked.
     *
     * @return true by default
     */
    default boolean remote() {
        return true;
    }

    /**
     * Whether a failure of the last attempt says nothing but that this process was stopped meanwhile.
     *
     * @param failure what {@link #obtain} has thrown
     * @return false by default
     */
    default boolean overslept(TokenRequestException failure) {
        return false;
    }

    /**
     * A successor that can be had without asking the provider, because somebody else has.
     *
     * @param held the token that is to be replaced, or null if there is none
     * @return the successor, or null if there is none
     */
    default @Nullable HeldToken found(@Nullable HeldToken held) {
        return null;
    }
}
