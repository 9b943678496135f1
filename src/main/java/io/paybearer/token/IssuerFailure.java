// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;

import io.paybearer.spi.TokenRequestException;

/** Puts whatever an issuer throws into the one form that callers know. */
final class IssuerFailure {

    private IssuerFailure() {}

    /** The exception itself if it is of that form already. Of any other one nobody can know what the provider has done. */
    static TokenRequestException of(Throwable thrown) {
        return thrown instanceof TokenRequestException expected
                ? expected
                : new TokenRequestException(
                        OUTCOME_UNKNOWN,
                        "the token issuer failed with " + thrown.getClass().getName(),
                        thrown);
    }
}
