// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.time.Duration;

/**
 * The state of an account at one moment, as far as it is known without asking the provider. It holds no token and no secret.
 * Immutable.
 *
 * @param account the account's name
 * @param provider the provider's id
 * @param state what would happen to a call that needs a token now
 * @param remaining how much longer the held token lives; zero if no token is held
 */
public record AccountStatus(String account, String provider, State state, Duration remaining) {

    /** What would happen to a call that needs a token. */
    public enum State {
        /** The call carries the held token. */
        VALID(false),
        /** The call carries the held token, whose renewal has failed. */
        RENEWAL_FAILING(false),
        /** The call asks for a token: none is held, and the last attempt did not fail. */
        NOT_ASKED(false),
        /** None is held, and the last attempt has failed: calls fail until an attempt is allowed and succeeds. */
        UNAVAILABLE(true),
        /** The same, because the provider has refused the credentials. */
        REFUSED(true);

        private final boolean failing;

        State(boolean failing) {
            this.failing = failing;
        }

        /**
         * Whether calls fail until an attempt to obtain a token succeeds.
         *
         * @return true for {@link #UNAVAILABLE} and {@link #REFUSED}
         */
        public boolean failing() {
            return failing;
        }
    }
}
