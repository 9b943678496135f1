// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.http.RawEndpoint.Reply;
import io.paybearer.http.RawEndpoint.Request;
import io.paybearer.http.RawEndpoint.Then;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint has closed a kept connection when it is used again: a login goes out once more, a refresh does not. */
class KeptConnectionTest {

    private final HttpTokenEndpoint client = Endpoints.plain();

    /** Keeps a connection after its first answer, and breaks it at the second request. */
    private static Reply breakingTheSecond(Request request, Then then) {
        return request.earlierHere() == 0 ? Reply.keeping(RawEndpoint.token()) : new Reply(new byte[0], then);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEEP")
    void login_onAKeptConnectionThatIsGone_isSentOnceMore_onANewOne(Then then) throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> breakingTheSecond(request, then))) {
            Endpoints.login(client, endpoint.uri());

            assertThat(Endpoints.login(client, endpoint.uri()).body()).isEqualTo(RawEndpoint.TOKEN);
            assertThat(endpoint.requests()).extracting(Request::earlierHere).containsExactly(0, 1, 0);
            assertThat(endpoint.requests().get(2).body())
                    .isEqualTo(endpoint.requests().get(1).body());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEEP")
    void refresh_onAKeptConnectionThatIsGone_isNotSentAgain(Then then) throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> breakingTheSecond(request, then))) {
            Endpoints.login(client, endpoint.uri());

            assertThatThrownBy(() -> client.post(endpoint.uri(), Map.of(), Map.of("refresh_token", "r")))
                    .isInstanceOfSatisfying(
                            TokenRequestException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN))
                    .hasMessageEndingWith("gave no usable answer: it closed the connection before it answered");
            assertThat(endpoint.requests()).hasSize(2);
        }
    }

    @Test
    void login_whoseSecondSendingFailsToo_isAFailure() throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(
                request -> request.earlier() == 0 ? Reply.keeping(RawEndpoint.token()) : Reply.closing(""))) {
            Endpoints.login(client, endpoint.uri());

            assertThat(Endpoints.failure(client, endpoint.uri()))
                    .hasMessageEndingWith("it closed the connection before it answered");
            assertThat(endpoint.requests()).hasSize(3);
        }
    }

    /** It was the endpoint's answer to this very request; nothing speaks for another outcome. */
    @Test
    void login_onANewConnection_isNotSentAgain() throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> Reply.closing(""))) {
            Endpoints.failure(client, endpoint.uri());

            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    /** The endpoint has begun to answer, so it has read the login. */
    @ParameterizedTest
    @ValueSource(
            strings = {"H", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"
            })
    void login_whoseAnswerHasBegun_isNotSentAgain(String begin) throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> request.earlier() == 0
                ? Reply.keeping(RawEndpoint.token())
                : new Reply(begin.getBytes(StandardCharsets.ISO_8859_1), Then.CLOSE))) {
            Endpoints.login(client, endpoint.uri());

            assertThat(Endpoints.failure(client, endpoint.uri()).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
            assertThat(endpoint.requests()).hasSize(2);
        }
    }

    /** The limit is for both sendings together. */
    @Test
    void login_whoseSecondSendingIsNotAnswered_endsInTime() throws Exception {
        HttpTokenEndpoint hasty = Endpoints.with(Duration.ofMillis(1), Optional.empty(), Optional.empty());
        try (RawEndpoint endpoint = RawEndpoint.start(request -> switch (request.earlier()) {
            case 0 -> Reply.keeping(RawEndpoint.token());
            case 1 -> Reply.closing("");
            default -> Reply.keeping("");
        })) {
            Endpoints.login(hasty, endpoint.uri());

            assertThat(Endpoints.failure(hasty, endpoint.uri())).hasMessageEndingWith("did not answer within PT5.001S");
            assertThat(endpoint.requests()).hasSize(3);
        }
    }
}
