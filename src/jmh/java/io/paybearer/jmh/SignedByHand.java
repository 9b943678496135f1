// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.harness.TestMerchants;
import java.nio.charset.StandardCharsets;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A JWT as jose4j's documentation shows it, made anew for each call. */
final class SignedByHand {

    private static final byte[] SECRET = "k".repeat(64).getBytes(StandardCharsets.US_ASCII);

    private SignedByHand() {}

    static String jwt() {
        try {
            JwtClaims claims = new JwtClaims();
            claims.setSubject(TestMerchants.MERCHANT_CODE);
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(30);
            JsonWebSignature jws = new JsonWebSignature();
            jws.setPayload(claims.toJson());
            jws.setAlgorithmHeaderValue("HS512");
            jws.setHeader("typ", "JWT");
            jws.setKey(new HmacKey(SECRET));
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
