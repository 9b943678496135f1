// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.util.List;

/**
 * The source of one account's tokens, for one state of its secrets.
 *
 * <p>Implementations are immutable and thread-safe. They decide nothing about when a token is renewed, keep no token and
 * retry nothing.
 */
public interface TokenIssuer {

    /**
     * Everything that makes the credential what it is: account, keys, endpoint, tenant. Accounts whose lists are equal
     * share a token; a changed secret makes another list. Only a SHA-256 fingerprint of it is ever kept.
     *
     * @return the parts, in a fixed order
     */
    List<String> credential();

    /**
     * Whether tokens are minted on this machine, so that making one needs no network and sharing one has no use.
     *
     * @return false by default
     */
    default boolean minted() {
        return false;
    }

    /**
     * Obtains a token with the account's own credentials.
     *
     * @return the new token
     * @throws TokenRequestException if there is none to be had
     */
    IssuedToken issue() throws TokenRequestException;

    /**
     * Obtains the successor of a token that carries a refresh token. By default the same as {@link #issue()}.
     *
     * @param previous the token to be replaced, which may have expired
     * @return the new token; without a refresh token of its own it inherits the previous one's
     * @throws TokenRequestException if there is none to be had; {@link TokenRequestException.Kind#REFUSED} makes the
     *     caller go on with {@link #issue()}
     */
    default IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
        return issue();
    }
}
