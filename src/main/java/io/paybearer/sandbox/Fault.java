// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with one answer. Immutable and thread-safe.
 *
 * <p>Unless its description says otherwise, a fault takes the place of the normal answer. The request is then recorded, but
 * neither judged nor acted upon: no token is issued or spent.
 */
public final class Fault {

    private final Play play;

    private Fault(Play play) {
        this.play = play;
    }

    /**
     * No fault: the normal answer. Useful between others in {@link Faults#next}.
     *
     * @return the fault
     */
    public static Fault none() {
        return new Fault(Supplier::get);
    }

    /**
     * A pause, then the normal answer.
     *
     * @param pause how long
     * @return the fault
     */
    public static Fault delay(Duration pause) {
        return none().after(pause);
    }

    /**
     * The normal answer, as soon as a gate is open.
     *
     * @param gate the gate
     * @return the fault
     */
    public static Fault hold(Gate gate) {
        return none().after(gate);
    }

    /**
     * A status with an empty body. A 401 of an API endpoint carries {@code WWW-Authenticate: Bearer
     * error="invalid_token"}, as the normal 401 does.
     *
     * @param status the status, from 200 to 599
     * @return the fault
     * @throws IllegalArgumentException for another status
     */
    public static Fault status(int status) {
        return status(status, Map.of(), "");
    }

    /**
     * A status with headers and a body.
     *
     * @param status the status, from 200 to 599
     * @param headers the headers, such as {@code Retry-After}
     * @param body the body, {@code application/json} unless a header says otherwise; an empty text means no body
     * @return the fault
     * @throws IllegalArgumentException if no answer can be like this: for another status, a body with 204 or 304, or a header that
     *     HTTP does not allow
     */
    public static Fault status(int status, Map<String, String> headers, String body) {
        FaultChecks.requireStatus(status, !body.isEmpty());
        FaultChecks.requireHeaders(headers);
        return instead(
                Reply.of(status, Reply.JSON, body, "fault: status " + status).withHeaders(headers));
    }

    /**
     * A 401 without a challenge. Without this fault the API endpoints never send one.
     *
     * @return the fault
     */
    public static Fault unchallenged401() {
        return status(401, Map.of(Reply.CHALLENGE_HEADER, ""), "");
    }

    /**
     * A redirect.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param location the {@code Location} header
     * @return the fault
     * @throws IllegalArgumentException for another status
     */
    public static Fault redirect(int status, String location) {
        FaultChecks.requireRedirect(status);
        return status(status, Map.of("Location", location), "");
    }

    /**
     * A text with status 200, such as garbage, HTML, truncated JSON or duplicate keys.
     *
     * @param contentType the {@code Content-Type} header
     * @param text the text, sent as UTF-8; an empty text means no body
     * @return the fault
     */
    public static Fault body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Bytes with status 200.
     *
     * @param contentType the {@code Content-Type} header
     * @param bytes the bytes; an empty array means no body
     * @return the fault
     */
    public static Fault body(String contentType, byte[] bytes) {
        FaultChecks.requireHeaders(Map.of("Content-Type", contentType));
        return instead(Reply.of(200, contentType, bytes.clone(), "fault: body"));
    }

    /**
     * A long body with status 200 and without {@code Content-Length}. The caller may stop reading.
     *
     * @param size its length in bytes
     * @return the fault
     */
    public static Fault hugeBody(long size) {
        FaultChecks.requirePositive(size);
        Map<String, String> type = Map.of("Content-Type", Reply.JSON);
        return instead(new Reply(200, type, 0, ReplyBody.filler(size), "fault: huge body"));
    }

    /**
     * A body with status 200 that arrives one byte at a time.
     *
     * @param bytes the body, as {@code application/json}
     * @param pause the wait after each byte
     * @return the fault
     */
    public static Fault slowBody(byte[] bytes, Duration pause) {
        FaultChecks.requirePause(pause);
        Map<String, String> type = Map.of("Content-Type", Reply.JSON);
        return instead(new Reply(200, type, bytes.length, ReplyBody.slow(bytes.clone(), pause), "fault: slow body"));
    }

    /**
     * A closed connection: the request is neither judged nor answered.
     *
     * @return the fault
     */
    public static Fault drop() {
        return instead(Reply.dropped("fault: dropped"));
    }

    /**
     * A connection that is closed after the request was judged and acted upon. For example, a refresh token is spent, but
     * the new pair never arrives.
     *
     * @return the fault
     */
    public static Fault loseAnswer() {
        return new Fault(normal ->
                Reply.dropped("fault: lost answer of status " + normal.get().status()));
    }

    /**
     * The normal answer with another text, for example without one member. Status and headers stay.
     *
     * @param change makes the text that is sent from the normal text
     * @return the fault
     */
    public static Fault rewrite(UnaryOperator<String> change) {
        return new Fault(normal -> normal.get().rewritten(change));
    }

    /**
     * This fault after a pause.
     *
     * @param pause how long
     * @return another fault
     */
    public Fault after(Duration pause) {
        FaultChecks.requirePause(pause);
        return new Fault(normal -> {
            Thread.sleep(pause.toMillis());
            return on(normal);
        });
    }

    /**
     * This fault, as soon as a gate is open.
     *
     * @param gate the gate
     * @return another fault
     */
    public Fault after(Gate gate) {
        return new Fault(normal -> {
            gate.pass();
            return on(normal);
        });
    }

    Reply on(Supplier<Reply> normal) throws InterruptedException {
        return play.on(normal);
    }

    private static Fault instead(Reply reply) {
        return new Fault(normal -> reply);
    }

    private interface Play {
        Reply on(Supplier<Reply> normal) throws InterruptedException;
    }
}
