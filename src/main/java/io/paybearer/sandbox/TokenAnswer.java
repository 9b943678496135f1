// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** The shape of the answer that holds a token minted by borderless. The real shape is not documented. */
public enum TokenAnswer {
    /** A JSON object with the member {@code token}. The default. */
    TOKEN("token"),
    /** A JSON object with the member {@code jwt}. */
    JWT("jwt"),
    /** A JSON object with the member {@code accessToken}. */
    ACCESS_TOKEN("accessToken"),
    /** A JSON object with the member {@code access_token}. */
    ACCESS_TOKEN_SNAKE_CASE("access_token"),
    /** A JSON string. */
    JSON_STRING(""),
    /** The token alone, as {@code text/plain}. */
    TEXT("");

    private final String member;

    TokenAnswer(String member) {
        this.member = member;
    }

    Reply reply(String token) {
        return switch (this) {
            case TEXT -> Reply.of(200, "text/plain", token, Reply.ACCEPTED);
            case JSON_STRING -> Reply.of(200, Reply.JSON, JsonWriter.write(token), Reply.ACCEPTED);
            default -> Reply.json(Map.of(member, token));
        };
    }
}
