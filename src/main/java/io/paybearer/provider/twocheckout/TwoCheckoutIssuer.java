// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import io.paybearer.Secret;
import io.paybearer.jwt.ClaimsTemplate;
import io.paybearer.jwt.HmacJwt;
import io.paybearer.jwt.MintingTimes;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import java.util.List;
import java.util.Map;

/** Mints the JWT of 2Checkout's Signature Generation API: HS512, {@code sub}, {@code iat}, {@code exp} if wanted. */
final class TwoCheckoutIssuer implements TokenIssuer {

    private final String merchantCode;
    private final Secret secretWord;
    private final boolean includeExpiry;
    private final MintingTimes times;
    private final HmacJwt jwt;
    private final ClaimsTemplate claims;

    TwoCheckoutIssuer(String merchantCode, Secret secretWord, boolean includeExpiry, MintingTimes times) {
        this.merchantCode = merchantCode;
        this.secretWord = secretWord;
        this.includeExpiry = includeExpiry;
        this.times = times;
        this.jwt = HmacJwt.hs512(secretWord);
        this.claims = new ClaimsTemplate(Map.of("sub", merchantCode));
    }

    @Override
    public List<String> credential() {
        return List.of(
                merchantCode,
                secretWord.reveal(),
                String.valueOf(includeExpiry),
                times.lifetime() + " " + times.skew());
    }

    @Override
    public boolean minted() {
        return true;
    }

    @Override
    public IssuedToken issue() {
        MintingTimes.Dates dates = times.now();
        String json = includeExpiry ? claims.with(dates.issuedAt(), dates.expiresAt()) : claims.with(dates.issuedAt());
        return new IssuedToken(jwt.sign(json), dates.remaining());
    }
}
