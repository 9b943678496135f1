// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A client as the server knows it. Immutable.
 *
 * @param metadata its registration (RFC 7591, section 2)
 */
record OidcClient(Map<String, Object> metadata) {

    static OidcClient of(String id) {
        return new OidcClient(Map.of("client_id", id));
    }

    /** A client with a password. */
    static OidcClient of(String id, String secret) {
        return of(id).with("client_secret", secret);
    }

    OidcClient with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(metadata);
        more.put(name, value);
        return new OidcClient(more);
    }

    OidcClient authenticating(String method) {
        return with("token_endpoint_auth_method", method);
    }

    /** Its assertions are signed with this algorithm and no other one. */
    OidcClient signing(String algorithm) {
        return with("token_endpoint_auth_signing_alg", algorithm);
    }

    /** A JWK Set with one key; the key's id is the name of its kind. */
    OidcClient with(PublicKey key) {
        try {
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(key);
            jwk.setKeyId(jwk.getKeyType());
            Map<String, Object> members = jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            return with("jwks", Map.of("keys", List.of(members)));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It has refresh tokens, and no tokens of its own right. */
    OidcClient refreshing() {
        return with("grant_types", List.of("refresh_token"));
    }

    String id() {
        return (String) metadata.get("client_id");
    }
}
