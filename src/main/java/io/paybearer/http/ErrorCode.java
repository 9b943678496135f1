// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import io.paybearer.spi.OAuth2Error;
import io.paybearer.spi.TokenRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The error code in the body of an answer: its member {@code error}. The codes of OAuth 2.0 are known. A code of the provider's own
 * is passed on where the request says that there are some, if it consists of words and repeats nothing of the request. Nothing else that an
 * endpoint writes is looked at.
 */
final class ErrorCode {

    /** Words. Tokens, keys and ids have digits, so a text with digits is not shown. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z_.-]{0,63}");

    private ErrorCode() {}

    /** The code; null if there is none that may be shown. */
    static @Nullable String of(TokenRequest request, BoundedBody body) {
        String code = member(body);
        boolean shown = code != null && (OAuth2Error.of(code).isPresent() || ownCode(request, code));
        return shown ? code : null;
    }

    private static boolean ownCode(TokenRequest request, String code) {
        return request.hasOwnErrors() && WORDS.matcher(code).matches() && !request.carries(code);
    }

    private static @Nullable String member(BoundedBody body) {
        try {
            Object error = JsonUtil.parseJson(new String(body.bytes(), StandardCharsets.UTF_8))
                    .get("error");
            return error instanceof String text ? text : null;
        } catch (JoseException | RuntimeException notJson) {
            return null;
        }
    }
}
