// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** The form of PaymentsGate's errors: {@code error}, {@code message} and {@code statusCode}. */
final class PaymentsGateError {

    private static final Map<Integer, String> NAMES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            405, "Method Not Allowed",
            415, "Unsupported Media Type");

    private PaymentsGateError() {}

    static Reply reply(Refused refused) {
        return refused.reply(Map.of(
                "error", NAMES.getOrDefault(refused.status(), "Error"),
                "message", refused.reason(),
                "statusCode", refused.status()));
    }
}
