// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.nio.charset.StandardCharsets;

/** Bodies of token endpoints: a token, or a failure of the kind that callers know, which shows nothing of the body. */
public final class TokenAnswerFuzz {

    private static final int SHOWN = 12;

    private TokenAnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String body = new String(input, StandardCharsets.UTF_8);
        try {
            TokenAnswer answer =
                    TokenAnswer.parse(new EndpointAnswer("POST https://api.example.com/auth/token answered 200", body));
            answer.text("access_token", "token");
            answer.seconds("expires_in");
            answer.requiredText("access_token");
        } catch (TokenRequestException expected) {
            String message = String.valueOf(expected.getMessage());
            if (body.length() > SHOWN && message.contains(body)) {
                throw new IllegalStateException("the message shows the body: " + message, expected);
            }
        }
    }
}
