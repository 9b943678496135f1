// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.http.TokenAnswer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;

/**
 * Finds the token in an answer whose shape the provider does not document: an object with a member of one of the usual
 * names, a JSON string, or the bare compact JWT.
 */
final class AuthenticationAnswer {

    private AuthenticationAnswer() {}

    static String token(String body) throws TokenRequestException {
        if (body.startsWith("{")) {
            return TokenAnswer.parse(body)
                    .text("token", "jwt", "accessToken", "access_token")
                    .orElseThrow(AuthenticationAnswer::noToken);
        }
        String token = body.startsWith("\"")
                ? TokenAnswer.parse("{\"token\":" + body + "}").requiredText("token")
                : body;
        if (!token.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
            throw noToken();
        }
        return token;
    }

    private static TokenRequestException noToken() {
        return new TokenRequestException(Kind.OUTCOME_UNKNOWN, "the answer holds no token", null);
    }
}
