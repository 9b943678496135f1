// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code X-Avangate-Authentication}, by which each request logs in at the REST API of 2Checkout: {@code
 * code="…" date="2026-11-27 10:00:00" hash="…" algo="sha256"}, in this order and with one space between.
 *
 * @param code the merchant code
 * @param date the moment of the request, as it was sent
 * @param hash what was sent as the HMAC of code and date
 * @param mac the HMAC's name in the Java Cryptography Architecture
 */
record TwoCheckoutLogin(String code, String date, String hash, String mac) {

    private static final Pattern FORM =
            Pattern.compile("code=\"([^\"]+)\" date=\"([^\"]+)\" hash=\"([^\"]+)\" algo=\"([^\"]+)\"");
    private static final Map<String, String> MACS = Map.of("sha256", "HmacSHA256", "sha3-256", "HmacSHA3-256");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Reads a value. Nothing is verified yet. */
    static TwoCheckoutLogin parse(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw Refused.unauthorized("login is not code, date, hash and algo in quotes, with one space between");
        }
        String mac = MACS.get(matcher.group(4));
        if (mac == null) {
            throw Refused.unauthorized("login's algo is neither sha256 nor sha3-256");
        }
        return new TwoCheckoutLogin(matcher.group(1), matcher.group(2), matcher.group(3), mac);
    }

    /** The date as a moment. It has no zone, and is in UTC. */
    Instant instant() {
        try {
            return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw Refused.unauthorized("login's date is not YYYY-MM-DD HH:MM:SS");
        }
    }

    /** Refuses a login whose hash was not made with the merchant's key, or is not in small hexadecimal digits. */
    void requireHash(String secretKey) {
        byte[] expected = Hmac.sign(mac, secretKey, counted(code) + counted(date));
        String hex = HexFormat.of().formatHex(expected);
        if (!SameText.same(hex, hash)) {
            throw Refused.unauthorized("login's hash is wrong");
        }
    }

    /** Without the hash, which lets in whoever has it. */
    @Override
    public String toString() {
        return "TwoCheckoutLogin[" + code + "]";
    }

    private static String counted(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length + text;
    }
}
