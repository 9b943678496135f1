// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import io.paybearer.Secret;
import io.paybearer.jwt.MintingTimes;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the login of 2Checkout's REST API: the merchant code and the present time, with their HMAC.
 *
 * @param merchantCode the merchant code
 * @param secretKey the key of the HMAC, as UTF-8
 * @param algorithm its hash
 * @param times the time that is written, and how long it counts
 */
record DatedHash(String merchantCode, Secret secretKey, Algorithm algorithm, MintingTimes times)
        implements TokenIssuer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** The hashes that 2Checkout accepts. */
    enum Algorithm {
        /** SHA-256. */
        SHA256("sha256", "HmacSHA256"),
        /** SHA3-256. */
        SHA3_256("sha3-256", "HmacSHA3-256");

        private final String written;
        private final String mac;

        Algorithm(String written, String mac) {
            this.written = written;
            this.mac = mac;
        }

        /** The algorithm of a name; empty if there is none. */
        static Optional<Algorithm> of(String name) {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.written.equals(name))
                    .findFirst();
        }
    }

    @Override
    public List<String> credential() {
        return List.of(merchantCode, secretKey.reveal(), algorithm.written, times.text());
    }

    @Override
    public boolean minted() {
        return true;
    }

    @Override
    public IssuedToken issue() {
        MintingTimes.Dates dates = times.now();
        String date = DATE.format(Instant.ofEpochSecond(dates.issuedAt()));
        String hash = hash(sized(merchantCode) + sized(date));
        String header = "code=\"%s\" date=\"%s\" hash=\"%s\" algo=\"%s\""
                .formatted(merchantCode, date, hash, algorithm.written);
        return new IssuedToken(Secret.of(header), null, dates.remaining(), "");
    }

    /** A text with its length before it. */
    private static String sized(String text) {
        return text.length() + text;
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(algorithm.mac);
            mac.init(new SecretKeySpec(secretKey.utf8(), algorithm.mac));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 17 on has " + algorithm.mac, e);
        }
    }

    @Override
    public String toString() {
        return "DatedHash[" + merchantCode + "]";
    }
}
