// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** The refusal of a request. The message is the reason and holds nothing secret. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refused(int status, String reason) {
        this(status, "", reason);
    }

    private Refused(int status, String code, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refused badRequest(String reason) {
        return new Refused(400, reason);
    }

    static Refused unauthorized(String reason) {
        return new Refused(401, reason);
    }

    /** A refusal with one of OAuth 2.0's codes, whose status is 400 (RFC 6749, section 5.2). */
    static Refused oauth2(String code, String reason) {
        return new Refused(400, code, reason);
    }

    int status() {
        return status;
    }

    /** The error code, if the reason alone does not say it to a program; otherwise an empty text. */
    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The answer with a body of these members. What is recorded is the reason. */
    Reply reply(Map<String, ?> members) {
        return Reply.of(status, Reply.JSON, JsonWriter.write(members), reason());
    }
}
