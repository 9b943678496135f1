// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.UUID;

/**
 * What a client was granted. Access tokens and refresh tokens stand for it.
 *
 * @param clientId the client
 * @param scope what it may do
 * @param audience what it has named as the place where it wants to do it; may be empty
 * @param family what all tokens have in common that came from one another
 */
record OAuth2Grant(String clientId, OAuth2Scope scope, String audience, UUID family) {

    static OAuth2Grant of(OAuth2Client client, OAuth2Scope scope, String audience) {
        return new OAuth2Grant(client.clientId(), scope, audience, UUID.randomUUID());
    }

    /** The part of this grant that a client has asked for. */
    OAuth2Grant narrowedTo(OAuth2Scope wanted) {
        wanted.requireWithin(scope);
        return new OAuth2Grant(clientId, wanted, audience, family);
    }
}
