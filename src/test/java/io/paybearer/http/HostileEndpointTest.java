// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerException;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.http.RawEndpoint.Reply;
import io.paybearer.http.RawEndpoint.Request;
import io.paybearer.http.RawEndpoint.Then;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An endpoint that sends back what it was sent, wherever HTTP has a place for it. Nothing of it comes to light: not in the
 * exception, nor in what is below it, in the log, or in what listeners such as that for spans are told.
 */
class HostileEndpointTest extends SandboxedTest {

    private static final String CANARY = "canary-3f9c";

    /** Answers in which {@code @} stands for the secret, as HTTP has it and as HTTP forbids it. */
    static Stream<String> answers() {
        String ok = "HTTP/1.1 200 OK\r\n";
        return Stream.concat(
                Stream.of(
                        "@",
                        "@\r\n\r\n",
                        "@ 200 OK\r\n\r\n",
                        "HTTP/@ 200 OK\r\n\r\n",
                        "HTTP/1.1 @ OK\r\n\r\n",
                        "HTTP/1.1 2@ OK\r\n\r\n",
                        "HTTP/1.1 200@\r\n\r\n",
                        "HTTP/1.1 400 @\r\n\r\n",
                        "HTTP/1.1 401 @\r\nWWW-Authenticate: @\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 407 @\r\nProxy-Authenticate: @\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 400 No\r\n\r\n{\"error\":\"@\",\"error_description\":\"@\"}",
                        "HTTP/1.1 302 @\r\nLocation: http://@.invalid/@\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 503 No\r\nRetry-After: @\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 101 @\r\nUpgrade: @\r\n\r\n",
                        "HTTP/1.1 100 @\r\n\r\n@",
                        "HTTP/1.1 204 No\r\nContent-Length: 5\r\nX: @\r\n\r\n@",
                        ok + "@\r\n\r\n",
                        ok + "@: x\r\n\r\n{}",
                        ok + "\"@\": x\r\n\r\n{}",
                        ok + "X @: x\r\n\r\n{}",
                        ok + "X: @\u0001\r\n\r\n{}",
                        ok + "X: @\r\n @\r\n\r\n{}",
                        ok + "X: @\n\n{}",
                        ok + "Content-Length: @\r\n\r\n{}",
                        ok + "Content-Length: -1@\r\n\r\n{}",
                        ok + "Content-Length: 2\r\nContent-Length: @\r\n\r\n{}",
                        ok + "Content-Length: 900\r\n\r\n@",
                        ok + "Content-Type: @\r\n\r\n@",
                        ok + "Content-Type: application/json; charset=@\r\n\r\n@",
                        ok + "Content-Encoding: @\r\n\r\n@",
                        ok + "Content-Encoding: gzip\r\n\r\n@",
                        ok + "Transfer-Encoding: @\r\n\r\n{}",
                        ok + "Transfer-Encoding: chunked\r\n\r\n@\r\n{}",
                        ok + "Transfer-Encoding: chunked\r\n\r\n2;@\r\n{}@\r\n",
                        ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n@\r\n\r\n",
                        ok + "\r\n@",
                        ok + "\r\n{\"@\"",
                        ok + "\r\n{\"@\":1,\"@\":2}",
                        ok + "\r\n{\"@\":\"@\"}",
                        ok + "\r\n{\"access_token\":{\"@\":1}}",
                        ok + "\r\n{\"access_token\":\"@\\n\"}",
                        ok + "\r\n{\"access_token\":\"@\",\"refresh_token\":\"@\\u0000\"}",
                        ok + "\r\n{\"access_token\":\"@\",\"expires_in\":\"@\"}",
                        ok + "\r\n{\"access_token\":\"@\",\"expires_in\":0}",
                        ok + "\r\n\uFEFF\uFEFF@"),
                cutAnywhere(ok + "X-@: @\r\nContent-Length: 400\r\n\r\n{\"access_token\":\"@\"}"));
    }

    /** The same answer, broken off at each of its bytes. */
    private static Stream<String> cutAnywhere(String answer) {
        return IntStream.range(1, answer.length()).mapToObj(end -> answer.substring(0, end));
    }

    private final List<String> logged = new CopyOnWriteArrayList<>();

    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage()
                    + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters())
                    + printed(entry.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static String printed(Throwable failure) {
        if (failure == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Reply echo(Request request, String answer) {
        String echoed = answer.replace("@", CANARY + request.body().length());
        return new Reply(echoed.getBytes(StandardCharsets.UTF_8), Then.CLOSE);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void secret_thatTheEndpointSendsBack_showsNowhere(String answer) throws Exception {
        Logger root = Logger.getLogger("io.paybearer");
        root.addHandler(recorder);
        List<String> told = new ArrayList<>();
        try (RawEndpoint endpoint = RawEndpoint.start(request -> echo(request, answer))) {
            Application application = start(
                            Configured.account("gate")
                                    .with(TestMerchants.paymentsGate(origin()))
                                    .with("token-uri", endpoint.uri().toString()),
                            Runnable::run)
                    .application();
            application.listen(event -> told.add(event + printed(event.failure())));
            told.add(outcome(application));
            told.addAll(logged);
        } finally {
            root.removeHandler(recorder);
        }

        assertThat(told).noneMatch(text -> text.contains(CANARY.substring(0, 5)));
        assertThat(told).anyMatch(text -> text.contains("/auth/token"));
    }

    private static String outcome(Application application) throws Exception {
        try {
            return application.getAsync("gate").toCompletableFuture().get(20, TimeUnit.SECONDS) + " of /auth/token";
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(PaybearerException.class);
            return printed(e);
        }
    }
}
