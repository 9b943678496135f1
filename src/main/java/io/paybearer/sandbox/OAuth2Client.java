// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client that the OAuth 2.0 server knows. {@link #toString()} shows neither its secret nor its refresh token.
 *
 * @param clientId the client's id
 * @param authentication the only way in which it may show who it is
 * @param credential its secret; with {@link OAuth2Authentication#PRIVATE_KEY_JWT} the PEM text of its public key: RSA, P-256,
 *     P-384, P-521 or Ed25519
 * @param keyId the {@code kid} that its JWTs must have; null if they may have any
 * @param scopes the scopes that it may ask for, and gets if it asks for none; may be empty
 * @param refreshToken a refresh token that it has been given, as if a person had agreed; null if there is none. A client with a
 *     refresh token has to use it, and a client without one has to ask with its own credentials alone
 * @param rotates whether its refresh tokens work once, and each answer has the next; otherwise the first one works again and
 *     again, and no answer has another
 */
public record OAuth2Client(
        String clientId,
        OAuth2Authentication authentication,
        String credential,
        @Nullable String keyId,
        Set<String> scopes,
        @Nullable String refreshToken,
        boolean rotates)
        implements SandboxMerchant {

    /**
     * A client.
     *
     * @param clientId as above
     * @param authentication as above
     * @param credential as above
     * @param keyId as above
     * @param scopes as above
     * @param refreshToken as above
     * @param rotates as above
     * @throws IllegalArgumentException if a text is blank, or if the public key cannot be read
     */
    public OAuth2Client {
        NonBlank.require(clientId, "clientId");
        NonBlank.require(credential, "credential");
        if (refreshToken != null) {
            NonBlank.require(refreshToken, "refreshToken");
        }
        boolean wantsKey = authentication == OAuth2Authentication.PRIVATE_KEY_JWT;
        if (wantsKey && PublicKeyPem.anyKey(credential).isEmpty()) {
            throw new IllegalArgumentException("credential: not the PEM text of a public key");
        }
        scopes = Set.copyOf(scopes);
    }

    /**
     * A client that asks with its own credentials and without scopes.
     *
     * @param clientId as above
     * @param authentication as above
     * @param credential as above
     * @throws IllegalArgumentException if a text is blank, or if the public key cannot be read
     */
    public OAuth2Client(String clientId, OAuth2Authentication authentication, String credential) {
        this(clientId, authentication, credential, null, Set.of(), null, true);
    }

    /**
     * This client with scopes.
     *
     * @param scopes as above, in place of its present ones
     * @return another client
     */
    public OAuth2Client withScopes(String... scopes) {
        return new OAuth2Client(clientId, authentication, credential, keyId, Set.of(scopes), refreshToken, rotates);
    }

    /**
     * This client with the id of its key.
     *
     * @param keyId as above
     * @return another client
     */
    public OAuth2Client withKeyId(String keyId) {
        return new OAuth2Client(clientId, authentication, credential, keyId, scopes, refreshToken, rotates);
    }

    /**
     * This client with a refresh token that works once.
     *
     * @param refreshToken as above
     * @return another client
     */
    public OAuth2Client withRefreshToken(String refreshToken) {
        return new OAuth2Client(clientId, authentication, credential, keyId, scopes, refreshToken, true);
    }

    /**
     * This client with a refresh token that works again and again.
     *
     * @param refreshToken as above
     * @return another client
     */
    public OAuth2Client withLastingRefreshToken(String refreshToken) {
        return new OAuth2Client(clientId, authentication, credential, keyId, scopes, refreshToken, false);
    }

    @Override
    public String id() {
        return clientId;
    }

    @Override
    public String toString() {
        return "OAuth2Client[clientId=" + clientId + ", authentication=" + authentication
                + ", credential=hidden, keyId=" + keyId + ", scopes=" + scopes + ", refreshes=" + (refreshToken != null)
                + ", rotates=" + rotates + "]";
    }
}
