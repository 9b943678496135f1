// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A compact JWT (RFC 7519) without its signature: its header and its claims.
 *
 * @param header the header's members
 * @param claims the claims
 */
record TokenText(Map<String, Object> header, Map<String, Object> claims) {

    private static final Pattern COMPACT = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]*");

    /** Reads a token, with or without {@code Bearer} before it. */
    static TokenText of(String text) {
        String token = text.strip().replaceFirst("^(?i:authorization:\\s*)?(?i:bearer\\s+)?", "");
        if (token.isEmpty()) {
            throw new CliException(ExitCode.USAGE, "no token was given");
        }
        var parts = COMPACT.matcher(token);
        if (!parts.matches()) {
            throw unreadable("it does not have three parts");
        }
        Map<String, Object> header =
                object(parts.group(1)).orElseThrow(() -> unreadable("its first part is no JSON object in Base64url"));
        Map<String, Object> claims =
                object(parts.group(2)).orElseThrow(() -> unreadable("its second part is no JSON object in Base64url"));
        return new TokenText(header, claims);
    }

    private static CliException unreadable(String why) {
        return new CliException(
                ExitCode.FAILED, "this is not a JWT, " + why + "; only the provider can read such a token");
    }

    private static Optional<Map<String, Object>> object(String part) {
        try {
            return Json.object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The same token with a placeholder for each value that the rule hides. */
    TokenText shown(ShownClaims rule) {
        return new TokenText(rule.of(header), rule.of(claims));
    }

    boolean hides() {
        return header.containsValue(ShownClaims.HIDDEN) || claims.containsValue(ShownClaims.HIDDEN);
    }

    /** The lines for people. Values are written as in JSON. */
    List<String> lines(Life life) {
        List<String> lines = new ArrayList<>();
        header.forEach((name, value) -> lines.add("header  " + Json.member(name, value)));
        claims.forEach((name, value) -> lines.add("claim   " + Json.member(name, value)
                + Life.moment(name, value).map(at -> "  " + at).orElse("")));
        lines.add("life    " + life);
        return lines;
    }

    Map<String, Object> members(Life life) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("header", header);
        members.put("claims", claims);
        members.putAll(life.members());
        return members;
    }

    /** It may hold secrets. */
    @Override
    public String toString() {
        return "TokenText";
    }
}
