// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an account's token. Holds no token and no secret. Immutable.
 *
 * @param type what has happened
 * @param account the account's name; where several accounts share a token, the account that was used first
 * @param provider the provider's id
 * @param took how long the attempt took, for {@link Type#OBTAINED}, {@link Type#MINTED} and {@link Type#FAILED}; otherwise
 *     zero
 * @param failure why the attempt failed, for {@link Type#FAILED}; otherwise null
 */
public record TokenEvent(
        Type type,
        String account,
        String provider,
        Duration took,
        @Nullable TokenRequestException failure) {

    /** The kinds of events. Later versions may have more, so ignore a kind that you do not know. */
    public enum Type {
        /** The provider has handed out a token. */
        OBTAINED,
        /** A token was minted on this machine. */
        MINTED,
        /** An attempt to obtain a token has failed. A refused refresh and the login that follows it are one attempt. */
        FAILED,
        /**
         * A token was handed out although its renewal has failed. This is told about once a second, however many calls there
         * are, and for each call in the token's last minute.
         */
        SERVED_WHILE_FAILING,
        /** A token that another node had obtained was taken from the shared store. */
        ADOPTED,
        /** Another node has not finished its attempt to obtain a token, and this node makes an attempt of its own. */
        TAKEN_OVER,
        /**
         * This node took so long to obtain a token that another node has taken over. The store has refused this node's
         * token.
         */
        OVERTAKEN,
        /**
         * The shared store cannot be used, and this node obtains tokens for itself. Told once, until {@link #STORE_BACK}.
         */
        STORE_LOST,
        /** The shared store can be used again. */
        STORE_BACK,
        /** The provider's API has answered 401 because of the token. */
        UNAUTHORIZED,
        /** A call that was answered 401 was sent once more, and answered with any status. */
        REPLAYED
    }
}
