// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be told of a compact JWT without showing it: its header and its claims, never its signature. */
final class TokenText {

    /** Claims by which the owner of a token proves who he is. */
    private static final Set<String> SECRET = Set.of("partnerKey");

    private static final Set<String> DATES = Set.of("iat", "exp");

    private TokenText() {}

    static boolean isJwt(String token) {
        return token.split("\\.", -1).length == 3;
    }

    /** The header's members, if there is a header. */
    static String header(String token) {
        return isJwt(token) ? members(token, 0) : "(hidden)";
    }

    /** The claims; those that are secret without their values. */
    static String claims(String token) {
        return members(token, 1);
    }

    private static String members(String token, int part) {
        return json(token.split("\\.", -1)[part]).entrySet().stream()
                .map(TokenText::member)
                .collect(Collectors.joining(" "));
    }

    private static JsonObject json(String part) {
        byte[] text = Base64.getUrlDecoder().decode(part);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        }
    }

    private static String member(Map.Entry<String, JsonValue> member) {
        return member.getKey() + "=" + (SECRET.contains(member.getKey()) ? "(hidden)" : value(member));
    }

    private static String value(Map.Entry<String, JsonValue> member) {
        if (member.getValue() instanceof JsonString string) {
            return string.getString();
        }
        boolean date = DATES.contains(member.getKey()) && member.getValue() instanceof JsonNumber;
        return date
                ? Instant.ofEpochSecond(((JsonNumber) member.getValue()).longValue())
                        .toString()
                : member.getValue().toString();
    }
}
