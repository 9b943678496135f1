// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.MISCONFIGURED;
import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.OAuth2Error;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a token endpoint means where it is not 2xx. Only 400, 401 and 403 judge the credentials. Among the 4xx an
 * error code of OAuth 2.0 in the body says it better than the status.
 */
final class ErrorStatus {

    private ErrorStatus() {}

    /**
     * The failure that an error status is, without {@code Retry-After}.
     *
     * @param call which request was answered
     * @param status the status
     * @param code the answer's error code, or null
     * @param uriKey the key that names the endpoint's URI
     * @param proxyKey the key that names the proxy
     */
    static TokenRequestException failure(
            String call, int status, @Nullable String code, String uriKey, String proxyKey) {
        String message = call + " answered " + status;
        TokenRequestException failure = switch (status) {
            case 407 -> of(MISCONFIGURED, message + ": the proxy wants a user and a password; check " + proxyKey);
            case 408, 425, 429 -> of(UNAVAILABLE, message);
            default ->
                code == null || status / 100 != 4
                        ? byClass(status, message, uriKey)
                        : byCode(status, message, code, uriKey);
        };
        return failure.answered(status, code);
    }

    /** A code of OAuth 2.0 judges the request; a code of the provider's own is only repeated. */
    private static TokenRequestException byCode(int status, String message, String code, String uriKey) {
        String said = message + " with the error " + code;
        return OAuth2Error.of(code).map(error -> of(error.kind(), said)).orElseGet(() -> byClass(status, said, uriKey));
    }

    private static TokenRequestException byClass(int status, String message, String uriKey) {
        return switch (status) {
            case 400, 401, 403 -> of(REFUSED, message);
            default ->
                switch (status / 100) {
                    case 3 -> of(OUTCOME_UNKNOWN, message + "; redirects are not followed");
                    case 4 -> of(MISCONFIGURED, message + ", which is no answer of a token endpoint; check " + uriKey);
                    default -> of(UNAVAILABLE, message);
                };
        };
    }

    private static TokenRequestException of(Kind kind, String message) {
        return new TokenRequestException(kind, message, null);
    }
}
