// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
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

    /** Its assertions are signed with this key. */
    OidcClient with(PublicKey key) {
        return with(jwk(key));
    }

    /** Its connections show this certificate. */
    OidcClient with(X509Certificate certificate) {
        PublicJsonWebKey key = jwk(certificate.getPublicKey());
        key.setCertificateChain(certificate);
        return with(key);
    }

    /** A JWK Set with one key; the key's id is the name of its kind. */
    private OidcClient with(PublicJsonWebKey key) {
        key.setKeyId(key.getKeyType());
        return with("jwks", Map.of("keys", List.of(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))));
    }

    private static PublicJsonWebKey jwk(PublicKey key) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(key);
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
