// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.util.List;

/**
 * The source of one account's tokens. A changed secret makes another issuer.
 *
 * <p>Implementations are immutable and thread-safe. They do not decide when a token is renewed, they keep no token, and they
 * do not repeat a request that has failed.
 */
public interface TokenIssuer {

    /**
     * All parts of the credential, such as account, keys, endpoint and tenant. Accounts with equal lists share a token, and
     * a changed secret makes another list. Only a SHA-256 fingerprint of the list is kept, and a shared store gets
     * not even that: the name of an entry there is keyed.
     *
     * @return the parts in a fixed order
     */
    List<String> credential();

    /**
     * Whether tokens are minted on this machine. Then a new token needs no network, and is not shared with other nodes.
     *
     * @return false by default
     */
    default boolean minted() {
        return false;
    }

    /**
     * Whether the credential is a refresh token that the first token uses up, since the provider gives another one with each token
     * (RFC 6749, section 6). Then {@link #issue()} is asked once, and each token is the successor of the one before. A refresh token
     * that may have been used is not sent again: providers end the whole grant then (RFC 9700, section 4.14.2).
     *
     * @return false by default
     */
    default boolean rotating() {
        return false;
    }

    /**
     * Obtains a token with the account's credential.
     *
     * @return the new token
     * @throws TokenRequestException if no token can be had
     */
    IssuedToken issue() throws TokenRequestException;

    /**
     * Obtains the successor of a token that has a refresh token. By default the same as {@link #issue()}.
     *
     * @param previous the token to be replaced, which may have expired
     * @return the new token; if it has no refresh token of its own, it inherits the refresh token of the previous token
     * @throws TokenRequestException if no token can be had; after {@link TokenRequestException.Kind#REFUSED} the caller
     *     tries {@link #issue()}
     */
    default IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
        return issue();
    }
}
