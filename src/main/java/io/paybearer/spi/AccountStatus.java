// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.Duration;

/**
 * What is known about an account at a moment, without asking its provider. Holds no token and no secret. Immutable.
 *
 * @param account the account's name
 * @param provider the provider's id
 * @param state what would become of a call
 * @param remaining how long the token that is held lives yet; zero if none is held
 */
public record AccountStatus(String account, String provider, State state, Duration remaining) {

    /** What would become of a call that needs a token. */
    public enum State {
        /** It carries the token that is held. */
        VALID(false),
        /** It carries the token that is held, whose renewal has failed. */
        RENEWAL_FAILING(false),
        /** It asks for a token: none is held, and nothing speaks against it. */
        NOT_ASKED(false),
        /** It fails until the next attempt is allowed: the provider gave no token. */
        UNAVAILABLE(true),
        /** It fails until the next attempt is allowed: the provider has refused the credentials. */
        REFUSED(true);

        private final boolean failing;

        State(boolean failing) {
            this.failing = failing;
        }

        /**
         * Whether a call would fail without an attempt to obtain a token.
         *
         * @return true for {@link #UNAVAILABLE} and {@link #REFUSED}
         */
        public boolean failing() {
            return failing;
        }
    }
}
