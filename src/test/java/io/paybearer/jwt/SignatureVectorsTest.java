// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.Configured;
import io.paybearer.spi.IssuedToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tokens equal, byte for byte, what another implementation made: the npm package {@code jsonwebtoken} 9.0.3, which borderless
 * recommends. To repeat: {@code npm install jsonwebtoken@9.0.3}, then in Node.js
 *
 * <pre>{@code
 * const jwt = require('jsonwebtoken'), iat = 1767225600, exp = iat + 1800
 * jwt.sign({sub: '250111206876', iat, exp}, 's3cr3tw0rd', {algorithm: 'HS512'})
 * jwt.sign({issuer: 'cm5x0issuer0identifier001', iat}, '3f2a9c1e-7b64-4d58-9e0f-1a2b3c4d5e6f')
 * jwt.sign({issuer: 'cm5x0issuer0identifier001', partnerKey: 'pk_9d8c7b6a-5544', iat}, '3f2a9c1e-7b64-4d58-9e0f-1a2b3c4d5e6f')
 * }</pre>
 */
class SignatureVectorsTest {

    /** {@code iat} in the vectors is five seconds, the usual clock skew, before it. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1767225600 + 5));

    private static final String HS512 = "eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9";
    private static final String HS256 = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
    private static final String WITH_EXPIRY =
            HS512 + ".eyJzdWIiOiIyNTAxMTEyMDY4NzYiLCJpYXQiOjE3NjcyMjU2MDAsImV4cCI6MTc2NzIyNzQwMH0.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "s3cr3tw0rd|JclQOypUgVqQSAWnGmtPULUUwASzYByoCNBsPKR3U2TTkjBFvvf7AfqGxxL5g3scmmFTUwmCbkIkU-U13FAv8w",
                "a$b&c<d\"e*#|7FqES614Z6Dz1ByMMhJND3eZRioDxcGVXxpKaVQ_70DG6Z97NJkFWGJ8zzAWEWhh1RjtdrbE55DtaECwmMp-1Q",
                "Größe-密码-ñ|Fin985Ld3e7DAhrSn0eLsQasak3ClkFy1uKg4DIU1ETRokDG62sSevQ4weQp9kku07Enu-IzT_Lh8Gzd54XTkg"
            })
    void twoCheckout_anySecretWord_isSignedAsByJsonwebtoken(String secretWord, String signature) throws Exception {
        assertThat(token(twoCheckout(secretWord, Map.of()))).isEqualTo(WITH_EXPIRY + signature);
    }

    @Test
    void twoCheckout_withoutExpiry_isSignedAsByJsonwebtoken() throws Exception {
        assertThat(token(twoCheckout("s3cr3tw0rd", Map.of("include-expiry", "false"))))
                .isEqualTo(HS512 + ".eyJzdWIiOiIyNTAxMTEyMDY4NzYiLCJpYXQiOjE3NjcyMjU2MDB9."
                        + "FUj8kk_Zh8WZjjAg6ETL2TmOICHUIN8QiuCjEN28IghJxktVDJ5zyIvq29JEohH4tGGo-4-X9jiEImJpBihGlQ");
    }

    @Test
    void borderless_ordinaryAccount_isSignedAsByJsonwebtoken() throws Exception {
        assertThat(token(borderless(Map.of())))
                .isEqualTo(HS256 + ".eyJpc3N1ZXIiOiJjbTV4MGlzc3VlcjBpZGVudGlmaWVyMDAxIiwiaWF0IjoxNzY3MjI1NjAwfQ."
                        + "DgY7b-KmqzASsC0sHOTgVP-lWa1pWCcZ_NNYwP4OWyI");
    }

    @Test
    void borderless_partner_isSignedAsByJsonwebtoken() throws Exception {
        assertThat(token(borderless(Map.of("partner-key", "pk_9d8c7b6a-5544"))))
                .isEqualTo(HS256
                        + ".eyJpc3N1ZXIiOiJjbTV4MGlzc3VlcjBpZGVudGlmaWVyMDAxIiwicGFydG5lcktleSI6InBrXzlkOGM3YjZhLTU1"
                        + "NDQiLCJpYXQiOjE3NjcyMjU2MDB9.rIk2JVahs9lfjwRtpsjy0OyLNI9HXbUaKoUyo559cm4");
    }

    private static Configured twoCheckout(String secretWord, Map<String, String> more) {
        return Configured.account("a")
                .with(Map.of(
                        "provider",
                        "2checkout",
                        "merchant-code",
                        "250111206876",
                        "clock-skew",
                        "5s",
                        "secret-word-file",
                        Configured.secretFile(secretWord)))
                .with(more);
    }

    private static Configured borderless(Map<String, String> more) {
        return Configured.account("a")
                .with(Map.of(
                        "provider",
                        "borderless",
                        "issuer-id",
                        "cm5x0issuer0identifier001",
                        "secret-key",
                        "3f2a9c1e-7b64-4d58-9e0f-1a2b3c4d5e6f"))
                .with(more);
    }

    private static String token(Configured account) throws Exception {
        IssuedToken issued = account.read(CLOCK).accounts().get(0).issuer().issue();
        return issued.accessToken().reveal();
    }
}
