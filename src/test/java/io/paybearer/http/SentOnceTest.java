// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.http.RawEndpoint.Reply;
import io.paybearer.spi.TokenRequestException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JDK's own client can be told to send a POST again. That is a switch of the whole JVM, so this runs in another JVM. */
class SentOnceTest {

    /** Prints how many requests with a refresh token have arrived. */
    public static final class Main {

        private Main() {}

        public static void main(String[] none) throws Exception {
            try (RawEndpoint endpoint = RawEndpoint.start(
                    request -> request.earlier() == 0 ? Reply.keeping(RawEndpoint.token()) : Reply.closing(""))) {
                HttpTokenEndpoint client = Endpoints.plain();
                Endpoints.login(client, endpoint.uri());
                try {
                    client.post(endpoint.uri(), Map.of(), Map.of("refresh_token", "r"));
                } catch (TokenRequestException unanswered) {
                    System.out.println(unanswered.kind());
                }
                System.out.println(endpoint.requests().stream()
                        .filter(request -> request.body().contains("refresh_token"))
                        .count());
            }
            System.exit(0);
        }
    }

    @Test
    void refresh_isSentOnce_evenWhereTheJdkWouldRepeatIt() throws Exception {
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.httpclient.enableAllMethodRetry=true",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines()).containsExactly("OUTCOME_UNKNOWN", "1");
    }
}
