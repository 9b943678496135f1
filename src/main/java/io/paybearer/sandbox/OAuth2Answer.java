// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.HashMap;
import java.util.Map;

/** The form of the OAuth 2.0 server's answers (RFC 6749, sections 5.1 and 5.2). No cache may keep them. */
final class OAuth2Answer {

    private static final Map<String, String> NO_STORE = Map.of("Cache-Control", "no-store", "Pragma", "no-cache");

    private OAuth2Answer() {}

    static Reply success(Map<String, ?> members) {
        return Reply.json(members).withHeaders(NO_STORE);
    }

    /** An error. A client that has tried Basic is told to use Basic. */
    static Reply error(Call call, Refused refused) {
        Map<String, String> headers = new HashMap<>(NO_STORE);
        if (refused.status() == 401 && call.headers().containsKey("Authorization")) {
            headers.put(Reply.CHALLENGE_HEADER, "Basic realm=\"sandbox\"");
        }
        return refused.reply(Map.of("error", code(refused), "error_description", refused.reason()))
                .withHeaders(headers);
    }

    private static String code(Refused refused) {
        if (!refused.code().isEmpty()) {
            return refused.code();
        }
        return refused.status() == 401 ? "invalid_client" : "invalid_request";
    }
}
