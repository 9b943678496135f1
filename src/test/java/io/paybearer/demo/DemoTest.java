// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo, run as {@code mvn -q -Pdemo} runs it, but for the process. */
class DemoTest {

    private static final Pattern MEMBER_OF_TOKEN_ANSWER =
            Pattern.compile("\"(?:refresh_token|public_key)\":\"([^\"]+)\"");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PaymentSandbox sandbox;
    private DemoSecrets secrets;

    @BeforeEach
    void start() throws Exception {
        sandbox = PaymentSandbox.start();
        secrets = new DemoSecrets();
    }

    @AfterEach
    void stop() throws Exception {
        sandbox.close();
        secrets.close();
    }

    @Test
    void samples_allCallsAccepted_reportSaysWhatWasSent() throws Exception {
        run(false);

        assertThat(report().lines().map(String::strip))
                .contains("client       DealApi", "client       SignatureApi", "client       ContractApi")
                .contains("call         POST /deals/payin", "token call   POST /auth/token/refresh")
                .anyMatch(line -> line.startsWith("account") && line.contains("config-samples/borderless.properties"))
                .anyMatch(line ->
                        line.startsWith("headers") && line.contains("authorization") && line.contains("merchant-token"))
                .anyMatch(line -> line.startsWith("token") && line.contains("alg=HS512"))
                .anyMatch(line -> line.startsWith("claims") && line.contains("partnerKey=(hidden)"))
                .anyMatch(line -> line.startsWith("client-id"))
                .endsWith("All " + sandbox.received().size() + " requests were accepted.");
        assertThat(sandbox.received()).hasSizeGreaterThan(8).allMatch(ReceivedRequest::accepted);
    }

    @Test
    void sameInterface_otherFile_reachesOtherProvider() throws Exception {
        run(false);

        List<String> calls = Stream.of(report().split("\n\\d\\. "))
                .filter(scenario -> scenario.contains("ContractApi"))
                .map(scenario -> scenario.replaceFirst("(?s).* call +POST (\\S+).*", "$1"))
                .toList();
        assertThat(calls)
                .containsExactly(
                        "/payments",
                        "/payments",
                        "/deals/payin",
                        "/oauth2/api/orders",
                        "/static/orders",
                        "/rest/6.0/orders/");
    }

    @Test
    void report_terminalOrNot_showsNoTokenAndNoSecret() throws Exception {
        run(true);

        assertThat(credentials())
                .hasSizeGreaterThan(15)
                .allSatisfy(credential -> assertThat(report()).doesNotContain(credential));
    }

    @Test
    void failingProvider_isReportedAndThrown() {
        sandbox.faults().always("/payments", Fault.status(503));

        assertThatThrownBy(() -> run(false)).hasMessageContaining("not accepted");
        assertThat(report()).contains("fault: status 503 (503)").contains("requests were not accepted.");
    }

    @Test
    void progress_slowWorkOnTerminal_isShownAndErased() throws Exception {
        Progress progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), true);

        progress.during("working", () -> {
            while (!report().contains("0.3 s")) {
                Thread.onSpinWait();
            }
            return "";
        });

        assertThat(report()).contains("working, 0.3 s").endsWith("\r\u001b[K");
    }

    private void run(boolean terminal) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new Demo(sandbox, secrets, Path.of("config-samples"), new Progress(out, terminal), out).run();
    }

    private String report() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** All that must not be seen: what was generated, and what went over the wire. */
    private List<String> credentials() {
        Stream<String> headers = sandbox.received().stream()
                .flatMap(request ->
                        Stream.of("Authorization", "merchant-token").flatMap(name -> request.header(name).stream()))
                .map(value -> value.replaceFirst("^Bearer ", ""));
        Stream<String> members = sandbox.received().stream()
                .flatMap(request ->
                        MEMBER_OF_TOKEN_ANSWER.matcher(request.body()).results())
                .map(found -> found.group(1));
        Stream<String> signatures = sandbox.received().stream()
                .flatMap(request -> request.header("Authorization").stream())
                .map(value -> value.substring(value.lastIndexOf('.') + 1));
        return Stream.of(headers, members, signatures, secrets.values().stream())
                .flatMap(found -> found)
                .toList();
    }
}
