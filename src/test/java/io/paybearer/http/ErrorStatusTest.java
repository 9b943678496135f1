// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.http.RawEndpoint.Reply;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each status of a token endpoint means: for the credentials, for the refresh token, and for whoever reads the message. */
class ErrorStatusTest {

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

    private static Kind expected(int status) {
        if (status < 400) {
            return Kind.OUTCOME_UNKNOWN;
        }
        if (status >= 500 || NOT_NOW.contains(status)) {
            return Kind.UNAVAILABLE;
        }
        return REFUSALS.contains(status) ? Kind.REFUSED : Kind.MISCONFIGURED;
    }

    private static String remedy(int status) {
        return status == 407 ? "check paybearer.account.gate.proxy-user" : "check paybearer.account.gate.token-uri";
    }

    @Test
    void everyErrorStatus_isOfItsKind_andNamesWhatToCheck() throws IOException {
        AtomicInteger next = new AtomicInteger();
        try (RawEndpoint endpoint =
                RawEndpoint.start(request -> Reply.closing(RawEndpoint.answer(next.get() + " Whatever", "", "{}")))) {
            HttpTokenEndpoint client = Endpoints.plain();
            IntStream.rangeClosed(300, 999).forEach(status -> {
                next.set(status);
                TokenRequestException failure = Endpoints.failure(client, endpoint.uri());

                assertThat(failure.kind()).as("%d", status).isEqualTo(expected(status));
                assertThat(failure).hasMessageStartingWith("POST " + endpoint.uri() + " answered " + status);
                assertThat(String.valueOf(failure.getMessage()).contains(remedy(status)))
                        .as(failure.getMessage())
                        .isEqualTo(failure.kind() == Kind.MISCONFIGURED);
            });
        }
    }

    /** RFC 6749, section 5.2: the code says more than the status. */
    @ParameterizedTest
    @CsvSource({
        "400, invalid_client, REFUSED",
        "401, invalid_client, REFUSED",
        "400, invalid_grant, REFUSED",
        "422, unauthorized_client, REFUSED",
        "400, temporarily_unavailable, UNAVAILABLE",
        "401, server_error, UNAVAILABLE",
        "400, invalid_request, MISCONFIGURED",
        "403, invalid_scope, MISCONFIGURED",
        "400, unsupported_grant_type, MISCONFIGURED",
        "400, something_else, REFUSED",
        "404, something_else, MISCONFIGURED",
        "503, invalid_client, UNAVAILABLE",
        "429, invalid_client, UNAVAILABLE",
    })
    void errorCode_ofOAuth_decidesAmongThe4xx(int status, String code, Kind kind) throws IOException {
        String answer =
                RawEndpoint.answer(status + " No", "", "{\"error\":\"" + code + "\",\"error_description\":\"x\"}");
        try (RawEndpoint endpoint = RawEndpoint.start(request -> Reply.closing(answer))) {
            TokenRequestException failure = Endpoints.failure(Endpoints.plain(), endpoint.uri());

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(String.valueOf(failure.getMessage()).contains("something_else"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void proxy_thatWantsAPassword_isNamed(String scheme) throws IOException {
        String answer = RawEndpoint.answer("407 No", "Proxy-Authenticate: Basic realm=\"CANARY\"\r\n", "");
        try (RawEndpoint proxy = RawEndpoint.start(request -> Reply.closing(answer))) {
            TokenRequestException failure =
                    Endpoints.failure(through(proxy), URI.create(scheme + "://a.invalid/token"));

            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(failure)
                    .hasMessage(
                            "POST " + scheme + "://a.invalid/token answered 407: the proxy wants a user and a password;"
                                    + " check paybearer.account.gate.proxy-user");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 502, 503})
    void proxy_thatDoesNotConnect_isNamed_andNothingWasSent(int status) throws IOException {
        String answer = RawEndpoint.answer(status + " CANARY", "", "CANARY");
        try (RawEndpoint proxy = RawEndpoint.start(request -> Reply.closing(answer))) {
            TokenRequestException failure = Endpoints.failure(through(proxy), URI.create("https://a.invalid/token"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure)
                    .hasMessage("POST https://a.invalid/token could not be reached: the proxy localhost:" + proxy.port()
                            + " of paybearer.account.gate.proxy answered " + status
                            + "; check the proxy, its user and its password");
        }
    }

    private static HttpTokenEndpoint through(RawEndpoint proxy) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
        return Endpoints.with(Duration.ofSeconds(20), Optional.of(address), Optional.empty());
    }

    @Test
    void refresh_thatFindsNoEndpoint_namesItsOwnKey() throws IOException {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> Reply.closing(RawEndpoint.answer("404 No", "", "")))) {
            Throwable failure = null;
            try {
                Endpoints.plain().post(endpoint.uri(), Map.of(), Map.of());
            } catch (TokenRequestException e) {
                failure = e;
            }

            assertThat(failure).hasMessageEndingWith("check paybearer.account.gate.refresh-uri");
        }
    }
}
