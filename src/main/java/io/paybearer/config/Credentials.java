// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.TokenIssuer;

/**
 * What of an account follows its files: where its tokens come from, and the headers that go with each token. Immutable. Two objects
 * are never equal: one that was made anew reaches the provider in a new way, even if the credential is the same.
 */
public final class Credentials {

    private final TokenIssuer issuer;
    private final ConstantHeaders constants;

    Credentials(TokenIssuer issuer, ConstantHeaders constants) {
        this.issuer = issuer;
        this.constants = constants;
    }

    /**
     * Where the account's tokens come from.
     *
     * @return the issuer
     */
    public TokenIssuer issuer() {
        return issuer;
    }

    /**
     * The headers that go with each token.
     *
     * @return the constant headers
     */
    public ConstantHeaders constants() {
        return constants;
    }

    @Override
    public String toString() {
        return "Credentials[" + constants + "]";
    }
}
