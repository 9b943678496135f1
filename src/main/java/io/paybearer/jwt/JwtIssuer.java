// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import java.util.List;
import java.util.Map;

/**
 * An issuer that mints JWTs on this machine: fixed claims, then {@code iat}, then {@code exp} where the provider reads it.
 */
public final class JwtIssuer implements TokenIssuer {

    private final List<String> credential;
    private final HmacJwt signer;
    private final ClaimsTemplate claims;
    private final MintingTimes times;
    private final boolean withExpiry;

    /**
     * An issuer.
     *
     * @param credential the parts of {@link #credential()}
     * @param signer signs the tokens
     * @param claims the claims that are the same in every token, in the order in which they are written
     * @param times the dates of the tokens
     * @param withExpiry whether tokens carry {@code exp}
     */
    public JwtIssuer(
            List<String> credential,
            HmacJwt signer,
            Map<String, String> claims,
            MintingTimes times,
            boolean withExpiry) {
        this.credential = List.copyOf(credential);
        this.signer = signer;
        this.claims = new ClaimsTemplate(claims);
        this.times = times;
        this.withExpiry = withExpiry;
    }

    @Override
    public List<String> credential() {
        return credential;
    }

    @Override
    public boolean minted() {
        return true;
    }

    @Override
    public IssuedToken issue() {
        MintingTimes.Dates dates = times.now();
        String json = withExpiry ? claims.with(dates.issuedAt(), dates.expiresAt()) : claims.with(dates.issuedAt());
        return new IssuedToken(signer.sign(json), dates.remaining());
    }
}
