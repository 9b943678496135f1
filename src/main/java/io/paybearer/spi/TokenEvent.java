// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an account's token. Holds no token and no secret. Immutable.
 *
 * @param type what has happened
 * @param account the account's name; of accounts that share a token, the one that was used first
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

    /** What can happen. More may be added, so leave those alone that you do not know. */
    public enum Type {
        /** The provider has handed out a token. */
        OBTAINED,
        /** A token was made on this machine. */
        MINTED,
        /** An attempt to obtain a token has yielded none, a refused refresh and the login that followed it taken together. */
        FAILED,
        /**
         * A token was handed out whose renewal has failed. Told when it is looked at, so about once a second however many calls
         * there are; in its last minute for each call.
         */
        SERVED_WHILE_FAILING,
        /** A token that another node had obtained was taken from the shared store. */
        ADOPTED,
        /** Another node has left its attempt to obtain a token unfinished, and this one makes another. */
        TAKEN_OVER,
        /** This node took so long to obtain a token that another one has taken over: what it would have stored was refused. */
        OVERTAKEN,
        /** The shared store cannot be used: this node obtains tokens for itself. Told once, until {@link #STORE_BACK}. */
        STORE_LOST,
        /** The shared store can be used again. */
        STORE_BACK,
        /** The provider's API has answered 401 and means the token. */
        UNAUTHORIZED,
        /** A call that was answered 401 was sent once more, and answered somehow. */
        REPLAYED
    }
}
