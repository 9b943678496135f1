// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.Secret;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * A token as a store keeps it.
 *
 * @param token the token
 * @param sentMillis when the request for it was sent, by the wall clock
 */
record TokenRecord(IssuedToken token, long sentMillis) {

    private static final long VERSION = 1;

    String encode() {
        Map<String, Object> json = new HashMap<>();
        json.put("v", VERSION);
        json.put("t", token.accessToken().reveal());
        Secret refreshToken = token.refreshToken();
        if (refreshToken != null) {
            json.put("r", refreshToken.reveal());
        }
        json.put("i", sentMillis);
        json.put("l", token.lifetime().toMillis());
        return JsonUtil.toJson(json);
    }

    /** Whatever cannot be read is as if it were not there. */
    static Optional<TokenRecord> decode(String text) {
        try {
            Map<String, Object> json = JsonUtil.parseJson(text);
            boolean complete = Long.valueOf(VERSION).equals(json.get("v"));
            if (complete
                    && json.get("t") instanceof String access
                    && json.get("l") instanceof Long lifetime
                    && json.get("i") instanceof Long sent) {
                Secret renewal = json.get("r") instanceof String refresh ? Secret.of(refresh) : null;
                IssuedToken token = new IssuedToken(Secret.of(access), renewal, Duration.ofMillis(lifetime));
                return Optional.of(new TokenRecord(token, sent));
            }
            return Optional.empty();
        } catch (JoseException | IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
