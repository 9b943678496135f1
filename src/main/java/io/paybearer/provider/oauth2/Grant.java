// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import io.paybearer.Secret;
import java.util.Optional;

/**
 * By what right tokens are asked for.
 *
 * @param refreshToken the configured refresh token; empty for the client's own right
 * @param rotates whether the provider gives another refresh token with each token
 */
record Grant(Optional<Secret> refreshToken, boolean rotates) {

    /** The client's own right. */
    static final Grant CLIENT = new Grant(Optional.empty(), false);

    /** The value of {@code grant_type}. */
    String type() {
        return refreshToken.isPresent() ? "refresh_token" : "client_credentials";
    }
}
