// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.harness.TestTime;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import io.paybearer.sandbox.PaymentSandbox;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** A failure of the token endpoint by its name in the table, until it is closed. */
final class Outage implements AutoCloseable {

    private static final String ERROR = "answers 400 with the error ";
    private static final String JSON = "application/json";

    private final PaymentSandbox sandbox;
    private final Gate gate;

    private Outage(PaymentSandbox sandbox, Gate gate) {
        this.sandbox = sandbox;
        this.gate = gate;
    }

    static Outage begin(String failure, List<String> paths, PaymentSandbox sandbox, TestTime time) {
        Gate gate = new Gate();
        Fault fault = fault(failure, gate, time);
        paths.forEach(path -> sandbox.faults().always(path, fault));
        return new Outage(sandbox, gate);
    }

    private static Fault fault(String failure, Gate gate, TestTime time) {
        if (failure.startsWith(ERROR)) {
            return Fault.status(400, Map.of(), "{\"error\":\"" + failure.substring(ERROR.length()) + "\"}");
        }
        if (failure.startsWith("gives")) {
            return Fault.rewrite(answer -> rewritten(failure, answer));
        }
        return switch (failure) {
            case "does not answer in time" -> Fault.hold(gate);
            case "sends its answer too slowly" -> Fault.slowBody(new byte[1000], Duration.ofMillis(200));
            case "drops the connection" -> Fault.drop();
            case "answers 302" -> Fault.redirect(302, "/deals/1");
            case "answers 429 with Retry-After in seconds" -> retryAfter("120");
            case "answers 429 with Retry-After as a date" ->
                retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        time.instant().plusSeconds(120).atOffset(ZoneOffset.UTC)));
            case "answers 429 with an absurd Retry-After" -> retryAfter("999999999999999999999");
            case "answers with a byte order mark" -> Fault.rewrite(answer -> "\uFEFF" + answer);
            case "answers without a body" -> Fault.body(JSON, "");
            case "answers with HTML" -> Fault.body("text/html", "<html><body>Welcome</body></html>");
            case "answers with truncated JSON" -> Fault.rewrite(answer -> answer.substring(0, answer.length() / 2));
            case "answers with duplicate keys" ->
                Fault.rewrite(answer -> answer.replaceFirst("\\{", "{\"access_token\":\"another\","));
            case "answers with 10 MiB" -> Fault.hugeBody(10 * 1024 * 1024);
            default -> Fault.status(Integer.parseInt(failure.replace("answers ", "")));
        };
    }

    private static String rewritten(String failure, String answer) {
        String lifetime = "\"expires_in\":3600";
        return switch (failure) {
            case "gives no expires_in" -> answer.replaceFirst(",?" + lifetime, "");
            case "gives expires_in as a text" -> answer.replace(lifetime, "\"expires_in\":\"3600\"");
            case "gives expires_in 0" -> answer.replace(lifetime, "\"expires_in\":0");
            case "gives a negative expires_in" -> answer.replace(lifetime, "\"expires_in\":-3600");
            case "gives a huge expires_in" -> answer.replace(lifetime, "\"expires_in\":1e300");
            case "gives a token with a line break" -> answer.replace("\"access_token\":\"", "\"access_token\":\"a\\n");
            default -> throw new IllegalArgumentException(failure);
        };
    }

    private static Fault retryAfter(String value) {
        return Fault.status(429, Map.of("Retry-After", value), "");
    }

    /** The endpoint is well again. */
    @Override
    public void close() {
        gate.open();
        sandbox.faults().clear();
    }
}
