// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.TokenIssuer;
import java.util.List;

/**
 * What of an account follows its files: where its tokens come from, and the headers that go with each token. Immutable. Two objects
 * are never equal: one that was made anew reaches the provider in a new way, even if the credential is the same.
 */
public final class Credentials {

    private final TokenIssuer issuer;
    private final ConstantHeaders constants;
    private final List<String> oddities;

    Credentials(TokenIssuer issuer, ConstantHeaders constants, List<String> oddities) {
        this.issuer = issuer;
        this.constants = constants;
        this.oddities = oddities;
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

    /**
     * What is odd about the values of the account's keys, by their shape: blanks or quotation marks around them.
     *
     * @return each with its full key, without the value; usually none
     */
    public List<String> oddities() {
        return oddities;
    }

    @Override
    public String toString() {
        return "Credentials[" + constants + "]";
    }
}
