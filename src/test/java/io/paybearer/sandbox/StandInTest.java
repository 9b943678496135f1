// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stand-ins of the user's own. */
class StandInTest {

    private static final String LOGIN = "/own/login";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final PaymentSandbox sandbox = PaymentSandbox.start();
    private final TestHttp http = new TestHttp(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** An API with one rule for its login. */
    private static class Own extends StandIn {

        private final Consumer<StandInRequest> rule;

        Own(Consumer<StandInRequest> rule, String login, String... api) {
            super(login, api);
            this.rule = rule;
        }

        @Override
        protected Map<String, ?> login(StandInRequest request, String token, Instant end) {
            rule.accept(request);
            return Map.of("token", token, "end", end.getEpochSecond());
        }

        @Override
        protected Map<String, ?> answer(StandInRequest request) {
            return Map.of("path", request.path(), "method", request.method());
        }
    }

    private void serve(Consumer<StandInRequest> rule) {
        sandbox.serve(new Own(rule, LOGIN, "/own/api", "/payments"));
    }

    private HttpResponse<String> login() {
        return http.post(LOGIN, "{}");
    }

    private HttpResponse<String> call(String token) {
        return http.get("/own/api/things", "Authorization", "Bearer " + token);
    }

    @Test
    void token_isAcceptedByTheApi_untilItEnds() {
        serve(request -> {});
        sandbox.settings().tokenLifetime(Duration.ofMinutes(10));
        String token = TestHttp.member(login(), "token");

        HttpResponse<String> answer = call(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"method\":\"GET\",\"path\":\"/own/api/things\"}");
        sandbox.clock().advance(Duration.ofMinutes(10));

        assertThat(call(token).statusCode()).isEqualTo(401);
        assertThat(sandbox.received()).last().hasToString("OWN GET /own/api/things -> 401 (token has expired)");
    }

    @Test
    void token_thatIsRevokedOrAnothers_isChallenged() {
        serve(request -> {});
        String token = TestHttp.member(login(), "token");
        sandbox.revokeAll();

        assertThat(call(token).headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(http.get("/own/api").statusCode()).isEqualTo(401);
        assertThat(sandbox.received())
                .extracting(ReceivedRequest::verdict)
                .containsExactly("accepted", "token was never issued, or is revoked", "no Authorization header");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        (Consumer<StandInRequest>) request -> request.requireHeader("X-Key", "secret-a"),
                        new String[] {"x-key", "secret-a"},
                        "{}",
                        "no header X-Key"),
                arguments(
                        (Consumer<StandInRequest>) request -> request.requireMember("key", "secret-a"),
                        new String[] {"Content-Type", "application/json"},
                        "{\"key\":\"secret-a\"}",
                        "no member key"),
                arguments(
                        (Consumer<StandInRequest>) request -> request.requireField("key", "secret a"),
                        new String[] {"Content-Type", FORM},
                        "key=secret+a",
                        "no field key"),
                arguments(
                        (Consumer<StandInRequest>) request -> request.requireBasic("user", "secret-a"),
                        new String[] {"Authorization", basic("user:secret-a")},
                        "",
                        "Authorization is not Basic"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void login_carriesWhatTheRuleWants_orIsRefused(
            Consumer<StandInRequest> rule, String[] headers, String body, String missing) {
        serve(rule);

        assertThat(post(body, headers)).isEqualTo("accepted");
        assertThat(post(
                        body.replace("secret", "other"),
                        Stream.of(headers).map(StandInTest::spoiled).toArray(String[]::new)))
                .endsWith("is another than expected")
                .doesNotContain("secret", "other-a");
        String type = body.startsWith("key=") ? FORM : "application/json";
        assertThat(post(body.isEmpty() ? "" : body.replace("key", "kez"), "Content-Type", type))
                .isEqualTo(missing);
    }

    private static String spoiled(String header) {
        return header.startsWith("Basic ") ? basic("user:other-a") : header.replace("secret", "other");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** The verdict on a login. */
    private String post(String body, String... headers) {
        http.send(http.request(LOGIN, headers).POST(BodyPublishers.ofString(body)));
        return sandbox.received().get(sandbox.received().size() - 1).verdict();
    }

    @Test
    void refusal_isAnsweredAndIsTheVerdict_andGivesNoToken() {
        serve(request -> {
            throw request.refused(403, "not today");
        });

        HttpResponse<String> answer = login();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":\"not today\"}");
    }

    @Test
    void mistakeInTheStandIn_isSaid() {
        serve(request -> {
            throw new IllegalStateException("oops");
        });

        assertThat(login().statusCode()).isEqualTo(500);
        assertThat(sandbox.received())
                .last()
                .hasToString("OWN POST /own/login -> 500 (the stand-in failed: java.lang.IllegalStateException: oops)");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399, 600})
    void refusal_withTheStatusOfNoRefusal_isAMistake(int status) {
        serve(request -> {
            throw request.refused(status, "no");
        });

        assertThat(login().body()).contains("a refusal has a status from 400 to 599, not " + status);
    }

    @Test
    void faults_areMetAsWithOthers_andAnotherMethodThanPostGetsNoToken() {
        serve(request -> {});
        sandbox.faults().next(LOGIN, Fault.status(503));

        assertThat(login().statusCode()).isEqualTo(503);
        assertThat(http.get(LOGIN).statusCode()).isEqualTo(405);
    }

    @Test
    void path_ofAReadyStandIn_isTakenOver_untilTheSandboxStartsOver() {
        serve(request -> {});
        String token = TestHttp.member(login(), "token");
        assertThat(http.get("/payments", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);

        sandbox.startOver();

        http.get("/payments", "Authorization", "Bearer " + token);
        login();
        assertThat(sandbox.received())
                .extracting(ReceivedRequest::provider)
                .containsExactly(Provider.BORDERLESS, Provider.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "/login/", "", "/"})
    void path_thatIsNone_isRefused(String path) {
        assertThatThrownBy(() -> new Own(request -> {}, path, "/api"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a path begins with a slash and does not end with one: '" + path + "'");
        assertThatThrownBy(() -> new Own(request -> {}, "/login", path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void standIn_withoutApi_isRefused() {
        assertThatThrownBy(() -> new Own(request -> {}, LOGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a stand-in needs a path of its API beside that of its login");
    }

    @Test
    void clock_thatIsToGoBack_isRefused() {
        assertThatThrownBy(() -> sandbox.clock().advance(Duration.ofSeconds(-5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time cannot go back by PT5S; each test begins at the present");
    }

    @Test
    void leftovers_nameFaultsAndRequests() {
        sandbox.faults().next("/wallet", Fault.drop());
        http.get("/walet?secret=1");

        assertThat(sandbox.leftovers())
                .hasSize(2)
                .satisfies(left -> assertThat(left.get(0)).isEqualTo("no request has met 1 of the faults at /wallet"))
                .satisfies(left -> assertThat(left.get(1))
                        .startsWith("no stand-in has the path of the request GET /walet; there are /auth/token, "));
        sandbox.reset();
        assertThat(sandbox.leftovers()).isEmpty();
    }
}
