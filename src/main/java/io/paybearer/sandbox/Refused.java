// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** The refusal of a request. The message is the reason and holds nothing secret. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    static Refused badRequest(String reason) {
        return new Refused(400, reason);
    }

    static Refused unauthorized(String reason) {
        return new Refused(401, reason);
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The answer with a body of these members. What is recorded is the reason. */
    Reply reply(Map<String, ?> members) {
        return Reply.of(status, Reply.JSON, JsonWriter.write(members), reason());
    }
}
