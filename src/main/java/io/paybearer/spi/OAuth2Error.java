// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import io.paybearer.spi.TokenRequestException.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The error codes of OAuth 2.0 that a token endpoint may answer (RFC 6749, sections 4.1.2.1 and 5.2; RFC 8707, section 2). A code
 * says better than the status what has become of a request.
 */
public enum OAuth2Error {
    /** The client is unknown, or has not proved who it is. */
    INVALID_CLIENT(Kind.REFUSED),
    /** The refresh token has expired, was revoked or used already, or belongs to another client. */
    INVALID_GRANT(Kind.REFUSED),
    /** The client may not use this grant. */
    UNAUTHORIZED_CLIENT(Kind.REFUSED),
    /** The client may not have this token. */
    ACCESS_DENIED(Kind.REFUSED),
    /** The server is overloaded or under maintenance. */
    TEMPORARILY_UNAVAILABLE(Kind.UNAVAILABLE),
    /** The server has failed. */
    SERVER_ERROR(Kind.UNAVAILABLE),
    /** A parameter is missing, unknown, or given twice. */
    INVALID_REQUEST(Kind.MISCONFIGURED),
    /** The scope is unknown, or more than the client may have. */
    INVALID_SCOPE(Kind.MISCONFIGURED),
    /** The audience or resource is unknown. */
    INVALID_TARGET(Kind.MISCONFIGURED),
    /** The server does not know this grant. */
    UNSUPPORTED_GRANT_TYPE(Kind.MISCONFIGURED);

    private final Kind kind;

    OAuth2Error(Kind kind) {
        this.kind = kind;
    }

    /**
     * The error of a code.
     *
     * @param code the member {@code error} of an answer
     * @return empty if it is none of OAuth 2.0
     */
    public static Optional<OAuth2Error> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }

    /**
     * The code as it is written.
     *
     * @return such as {@code invalid_client}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What the code says about the provider's part in the failure.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
