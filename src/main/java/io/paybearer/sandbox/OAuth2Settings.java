// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/**
 * The answers of the OAuth 2.0 server, which a test may change while the sandbox runs. How long its access tokens live, says
 * {@link SandboxSettings#tokenLifetime}. Thread-safe.
 */
public final class OAuth2Settings {

    private volatile boolean jwt;
    private volatile boolean tellsLifetime = true;
    private volatile String tokenType = "Bearer";

    OAuth2Settings() {}

    void reset() {
        jwtAccessTokens(false).tellsLifetime(true).tokenType("Bearer");
    }

    /**
     * Sets whether further access tokens are JWTs, which say in {@code exp} how long they live. Default: false; they are texts
     * that mean nothing to the client.
     *
     * @param jwt whether they are
     * @return this
     */
    public OAuth2Settings jwtAccessTokens(boolean jwt) {
        this.jwt = jwt;
        return this;
    }

    /**
     * Sets whether answers have {@code expires_in}. Default: true.
     *
     * @param tells whether they have
     * @return this
     */
    public OAuth2Settings tellsLifetime(boolean tells) {
        this.tellsLifetime = tells;
        return this;
    }

    /**
     * Sets what answers have as {@code token_type}. Default: {@code Bearer}. The API wants its tokens as Bearer in any case.
     *
     * @param type the type; an empty text means that the answers have none
     * @return this
     */
    public OAuth2Settings tokenType(String type) {
        this.tokenType = type;
        return this;
    }

    boolean jwtAccessTokens() {
        return jwt;
    }

    boolean tellsLifetime() {
        return tellsLifetime;
    }

    String tokenType() {
        return tokenType;
    }
}
