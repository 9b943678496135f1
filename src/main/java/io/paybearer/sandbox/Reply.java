// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The answer to a request, and the verdict behind it.
 *
 * @param status the HTTP status; 0 means that the connection is closed without an answer
 * @param headers headers by name; a header with an empty value is not sent
 * @param length the length of the body in bytes; -1 means no body, 0 a chunked one
 * @param body writes the body
 * @param verdict what is recorded
 */
record Reply(int status, Map<String, String> headers, long length, ReplyBody body, String verdict) {

    static final String ACCEPTED = "accepted";
    static final String JSON = "application/json";
    static final String CHALLENGE_HEADER = "WWW-Authenticate";
    private static final String CONTENT_TYPE = "Content-Type";

    static Reply of(int status, String contentType, String text, String verdict) {
        return of(status, contentType, text.getBytes(StandardCharsets.UTF_8), verdict);
    }

    static Reply of(int status, String contentType, byte[] bytes, String verdict) {
        long length = bytes.length == 0 ? -1 : bytes.length;
        return new Reply(status, Map.of(CONTENT_TYPE, contentType), length, out -> out.write(bytes), verdict);
    }

    static Reply json(Map<String, ?> members) {
        return of(200, JSON, JsonWriter.write(members), ACCEPTED);
    }

    static Reply dropped(String verdict) {
        return new Reply(0, Map.of(), -1, out -> {}, verdict);
    }

    boolean isDropped() {
        return status == 0;
    }

    Reply withHeaders(Map<String, String> more) {
        Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        merged.putAll(headers);
        merged.putAll(more);
        return new Reply(status, merged, length, body, verdict);
    }

    /**
     * This reply with a challenge that names the token, if this is a 401 without a challenge; otherwise this reply as it is.
     */
    Reply challenged() {
        boolean present = headers.keySet().stream().anyMatch(CHALLENGE_HEADER::equalsIgnoreCase);
        return status != 401 || present
                ? this
                : withHeaders(Map.of(CHALLENGE_HEADER, "Bearer error=\"invalid_token\""));
    }

    /** This reply with another text. */
    Reply rewritten(UnaryOperator<String> change) throws InterruptedException {
        ByteArrayOutputStream rendered = new ByteArrayOutputStream();
        try {
            body.writeTo(rendered);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String changed = change.apply(rendered.toString(StandardCharsets.UTF_8));
        return of(status, headers.getOrDefault(CONTENT_TYPE, JSON), changed, verdict)
                .withHeaders(headers);
    }
}
