// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.jwt.ClaimsTemplate;
import io.paybearer.jwt.HmacJwt;
import io.paybearer.jwt.MintingTimes;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import java.util.ArrayList;
import java.util.List;

/** Mints the JWT of borderless: HS256, {@code issuer}, {@code partnerKey} for partners, {@code iat}. */
final class MintingIssuer implements TokenIssuer {

    private final BorderlessCredential credential;
    private final MintingTimes times;
    private final HmacJwt jwt;
    private final ClaimsTemplate claims;

    MintingIssuer(BorderlessCredential credential, MintingTimes times) {
        this.credential = credential;
        this.times = times;
        this.jwt = HmacJwt.hs256(credential.secretKey());
        this.claims = new ClaimsTemplate(credential.claims());
    }

    @Override
    public List<String> credential() {
        List<String> parts = new ArrayList<>(List.of("local", times.lifetime() + " " + times.skew()));
        parts.addAll(credential.parts());
        return parts;
    }

    @Override
    public boolean minted() {
        return true;
    }

    @Override
    public IssuedToken issue() {
        MintingTimes.Dates dates = times.now();
        return new IssuedToken(jwt.sign(claims.with(dates.issuedAt())), dates.remaining());
    }
}
