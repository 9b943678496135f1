// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.MISCONFIGURED;
import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * What the status of a token endpoint means where it is not 2xx. Only 400, 401 and 403 judge the credentials. Among the 4xx an
 * error code of OAuth 2.0 in the body says it better than the status.
 */
final class ErrorStatus {

    /** RFC 6749, sections 4.1.2.1 and 5.2. */
    private static final Map<String, Kind> CODES = Map.of(
            "invalid_client", REFUSED,
            "invalid_grant", REFUSED,
            "unauthorized_client", REFUSED,
            "temporarily_unavailable", UNAVAILABLE,
            "server_error", UNAVAILABLE,
            "invalid_request", MISCONFIGURED,
            "invalid_scope", MISCONFIGURED,
            "unsupported_grant_type", MISCONFIGURED);

    private ErrorStatus() {}

    /**
     * The failure that an error status is, without {@code Retry-After}.
     *
     * @param call which request was answered
     * @param answer the answer
     * @param uriKey the key that names the endpoint's URI
     * @param proxyKey the key that names the proxy
     */
    static TokenRequestException failure(
            String call, HttpResponse<BoundedBody> answer, String uriKey, String proxyKey) {
        int status = answer.statusCode();
        String message = call + " answered " + status;
        Optional<String> code = status / 100 == 4 ? code(answer.body()) : Optional.empty();
        return switch (status) {
            case 407 -> of(MISCONFIGURED, message + ": the proxy wants a password; check " + proxyKey);
            case 408, 425, 429 -> of(UNAVAILABLE, message);
            default -> code.isPresent() ? byCode(message, code.get()) : byClass(status, message, uriKey);
        };
    }

    private static TokenRequestException byCode(String message, String code) {
        return of(CODES.getOrDefault(code, MISCONFIGURED), message + " with the error " + code);
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

    /** Only the codes of RFC 6749 are known; anything else that the endpoint writes is not looked at. */
    private static Optional<String> code(BoundedBody body) {
        try {
            Object error = JsonUtil.parseJson(new String(body.bytes(), StandardCharsets.UTF_8))
                    .get("error");
            return Optional.ofNullable(error).map(Object::toString).filter(CODES::containsKey);
        } catch (JoseException | RuntimeException notJson) {
            return Optional.empty();
        }
    }
}
