// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final String TOKEN_PATH = "/authentication";
    private static final String API_PATH = "/payments";
    private static final String CREDENTIALS = "{\"issuer\":\"issuer\",\"secretKey\":\"key\"}";

    private final PaymentSandbox sandbox =
            PaymentSandbox.start().register(new BorderlessMerchant("issuer", "key", null, Set.of()));
    private final Faults faults = sandbox.faults();
    private final TestHttp http = new TestHttp(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void next_severalFaults_comeInOrderThenTheNormalAnswer() {
        faults.next(TOKEN_PATH, Fault.status(503), Fault.none(), Fault.status(429));

        assertThat(IntStream.range(0, 4).map(i -> authenticate().statusCode())).containsExactly(503, 200, 429, 200);
    }

    @Test
    void always_besideNext_holdsWhenNoneIsLeftUntilCleared() {
        faults.always(TOKEN_PATH, Fault.status(500));
        faults.next(TOKEN_PATH, Fault.status(502));

        assertThat(IntStream.range(0, 3).map(i -> authenticate().statusCode())).containsExactly(502, 500, 500);
        faults.clear();
        assertThat(authenticate().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/authenticatoin",
                "/authentication/",
                "authentication",
                "/authentication?a=b",
                "/%70ayments",
                "",
                "/"
            })
    void path_thatNoStandInHas_isRefused(String path) {
        assertThatThrownBy(() -> faults.next(path, Fault.status(503)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no stand-in has the path '" + path + "'; ")
                .hasMessageContaining("there are /auth/token, /auth/token/refresh, /authentication, /banks/…, ");
        assertThatThrownBy(() -> faults.always(path, Fault.status(503))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unmet_areThoseThatNoRequestHasMet() {
        faults.next(TOKEN_PATH, Fault.status(503), Fault.none(), Fault.none());
        faults.always(API_PATH, Fault.status(500));
        faults.always(TOKEN_PATH, Fault.status(500));
        assertThat(faults.unmet()).isEqualTo(Map.of(TOKEN_PATH, 4, API_PATH, 1));

        authenticate();
        http.get(API_PATH);
        assertThat(faults.unmet()).isEqualTo(Map.of(TOKEN_PATH, 3));
        faults.always(API_PATH, Fault.status(500));
        assertThat(faults.unmet()).isEqualTo(Map.of(TOKEN_PATH, 3, API_PATH, 1));

        faults.clear();
        assertThat(faults.unmet()).isEmpty();
    }

    @Test
    void fault_otherPath_isNotAffected() {
        faults.always(TOKEN_PATH, Fault.status(500));

        assertThat(http.get(TOKEN_PATH + "/more").statusCode()).isEqualTo(404);
    }

    @Test
    void status_withHeadersAndBody_isSentAsGiven() {
        faults.next(TOKEN_PATH, Fault.status(429, Map.of("Retry-After", "7", "content-type", "text/plain"), "later"));

        HttpResponse<String> answer = authenticate();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain");
        assertThat(answer.body()).isEqualTo("later");
        assertThat(sandbox.received()).last().hasToString("BORDERLESS POST /authentication -> 429 (fault: status 429)");
    }

    @Test
    void status401_challengesAtTheApiOnly() {
        faults.always(API_PATH, Fault.status(401));
        faults.always(TOKEN_PATH, Fault.status(401));

        assertThat(challenge(http.get(API_PATH))).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(challenge(authenticate())).isEqualTo("none");
    }

    @Test
    void status401_ownChallengeOrNone_isKept() {
        String ownChallenge = "Bearer error=\"insufficient_scope\"";
        faults.next(API_PATH, Fault.status(401, Map.of("www-authenticate", ownChallenge), ""), Fault.unchallenged401());

        assertThat(challenge(http.get(API_PATH))).isEqualTo(ownChallenge);
        HttpResponse<String> bare = http.send(http.request(API_PATH).POST(BodyPublishers.noBody()));
        assertThat(bare.statusCode()).isEqualTo(401);
        assertThat(challenge(bare)).isEqualTo("none");
    }

    @Test
    void body_garbage_replacesTheNormalAnswer() {
        faults.next(
                TOKEN_PATH,
                Fault.body("text/html", "<html>é</html>"),
                Fault.body("application/json", "{\"token\":"),
                Fault.body("application/json", new byte[0]));

        HttpResponse<String> html = authenticate();
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(html.body()).isEqualTo("<html>é</html>");
        assertThat(authenticate().body()).isEqualTo("{\"token\":");
        HttpResponse<String> empty = authenticate();
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void hugeBody_isSentInFullWithoutLength() {
        faults.next(TOKEN_PATH, Fault.hugeBody(1_000_003));

        HttpResponse<String> answer = authenticate();

        assertThat(answer.body()).hasSize(1_000_003);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void hugeBody_callerStopsReading_otherCallsGoOn() throws Exception {
        faults.next(API_PATH, Fault.hugeBody(1L << 40));

        HttpClient client = HttpClient.newHttpClient();
        try (InputStream body = client.send(http.request(API_PATH).build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(100_000)).hasSize(100_000);
        }

        assertThat(authenticate().statusCode()).isEqualTo(200);
    }

    @Test
    void slowBody_isSentInFull() {
        byte[] body = "{\"token\":\"a.b.c\"}".getBytes(StandardCharsets.UTF_8);
        faults.next(TOKEN_PATH, Fault.slowBody(body, Duration.ofMillis(1)));

        assertThat(authenticate().body()).isEqualTo("{\"token\":\"a.b.c\"}");
    }

    @Test
    void drop_closesTheConnectionWithoutAnAnswer() {
        faults.next(TOKEN_PATH, Fault.drop());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::authenticate);
        assertThat(sandbox.received()).last().hasToString("BORDERLESS POST /authentication -> 0 (fault: dropped)");
        assertThat(authenticate().statusCode()).isEqualTo(200);
    }

    @Test
    void loseAnswer_ofARefresh_hasSpentTheRefreshToken() {
        TestKeys keys = TestKeys.rsa();
        sandbox.register(new PaymentsGateMerchant("account", keys.publicPem()));
        PaymentsGateCalls calls = new PaymentsGateCalls(http, "account");
        HttpResponse<String> pair = calls.authenticate(TestKeys.base64(keys.publicPem()));
        faults.next("/auth/token/refresh", Fault.loseAnswer());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> calls.refresh(pair));
        assertThat(sandbox.reusedRefreshTokens()).isZero();
        assertThat(calls.refresh(pair).statusCode()).isEqualTo(401);
        assertThat(sandbox.reusedRefreshTokens()).isEqualTo(1);
    }

    @Test
    void redirect_namesTheLocation() {
        faults.next(API_PATH, Fault.redirect(307, "http://127.0.0.1:1/elsewhere"));

        HttpResponse<String> answer = http.get(API_PATH);

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://127.0.0.1:1/elsewhere");
    }

    @Test
    void rewrite_changesTheNormalTextAndKeepsTheRest() {
        faults.next(TOKEN_PATH, Fault.rewrite(text -> text.replace("token", "TOKEN")));

        HttpResponse<String> answer = authenticate();

        assertThat(answer.body()).startsWith("{\"TOKEN\":\"ey");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(sandbox.received()).last().matches(ReceivedRequest::accepted);
    }

    @Test
    void delay_comesBeforeTheNormalAnswer() {
        faults.next(TOKEN_PATH, Fault.delay(Duration.ofMillis(60)));
        long start = System.nanoTime();

        assertThat(authenticate().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void hold_untilTheGateOpens_keepsOnlyThatPathWaiting() throws Exception {
        Gate gate = new Gate();
        faults.always(TOKEN_PATH, Fault.hold(gate));

        CompletableFuture<HttpResponse<String>> held = http.postAsync(TOKEN_PATH, CREDENTIALS);
        gate.awaitArrivals(1);
        assertThat(http.get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(held).isNotDone();
        assertThat(sandbox.received().get(0).verdict()).isEqualTo("pending");
        assertThat(sandbox.count(TOKEN_PATH)).isEqualTo(1);

        gate.open();
        assertThat(held.get().statusCode()).isEqualTo(200);
        assertThat(authenticate().statusCode()).isEqualTo(200);
    }

    @Test
    void after_gateAndPause_leadsToTheFault() throws Exception {
        Gate gate = new Gate();
        faults.next(TOKEN_PATH, Fault.status(503).after(Duration.ofMillis(1)).after(gate));

        CompletableFuture<HttpResponse<String>> held = http.postAsync(TOKEN_PATH, CREDENTIALS);
        gate.awaitArrivals(1);
        gate.open();

        assertThat(held.get().statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> authenticate() {
        return http.post(TOKEN_PATH, CREDENTIALS);
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("none");
    }
}
