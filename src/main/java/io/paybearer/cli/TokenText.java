// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a compact JWT (RFC 7519) that may be shown: its header and its claims, but not its signature.
 *
 * @param header the header's members
 * @param claims the claims; a placeholder stands for those that hold secrets
 */
record TokenText(Map<String, Object> header, Map<String, Object> claims) {

    private static final Pattern COMPACT = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]*");
    private static final Pattern SECRET = Pattern.compile("key|secret|password|token");
    private static final String HIDDEN = "(hidden)";

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
        return new TokenText(header, hidden(claims));
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

    private static Map<String, Object> hidden(Map<String, Object> claims) {
        Map<String, Object> shown = new LinkedHashMap<>(claims);
        shown.replaceAll(
                (name, value) -> SECRET.matcher(name.toLowerCase(Locale.ROOT)).find() ? HIDDEN : value);
        return shown;
    }

    /** The lines for people. Values are written as in JSON, so that no control character reaches the terminal. */
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
}
