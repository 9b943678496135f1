// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenListener;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;

/**
 * Tells a listener what happens to the token of an account. Immutable.
 *
 * @param account the account's name
 * @param provider the provider's id
 * @param listener the listener, which must not fail
 */
public record Events(String account, String provider, TokenListener listener) {

    /**
     * Tells of something that takes no time.
     *
     * @param type what has happened
     */
    public void tell(TokenEvent.Type type) {
        listener.on(new TokenEvent(type, account, provider, Duration.ZERO, null));
    }

    void obtained(boolean minted, Duration took) {
        TokenEvent.Type type = minted ? TokenEvent.Type.MINTED : TokenEvent.Type.OBTAINED;
        listener.on(new TokenEvent(type, account, provider, took, null));
    }

    void failed(TokenRequestException failure, Duration took) {
        listener.on(new TokenEvent(TokenEvent.Type.FAILED, account, provider, took, failure));
    }
}
