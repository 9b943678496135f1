// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoCheckoutRestTest {

    private static final String HEADER = "X-Avangate-Authentication";
    private static final String CODE = "250111206876";
    private static final String KEY = "gé$*#&<\"ß";
    private static final String DATE = "2026-11-27 10:00:00";
    /** Made by Python's hmac module from {@code 12250111206876192026-11-27 10:00:00} and {@link #KEY}. */
    private static final String HASH = "56396e989e2ebc9aa6e91241471475bd1f3f17fddc4e731db26700bdf7b96216";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T10:00:00Z"));
    private final PaymentSandbox sandbox =
            PaymentSandbox.start(0, clock).register(new TwoCheckoutRestMerchant(CODE, KEY));
    private final TestHttp http = new TestHttp(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sha256, " + HASH,
        "sha3-256, 581bb917cdbb30443171d72c19eccc326344786766233d591699deb350de7c45",
    })
    void login_fixedVector_isAcceptedWithAnyBody(String algorithm, String hash) {
        String login = login(CODE, DATE, hash, algorithm);

        assertThat(http.post("/rest/6.0/orders/", "{\"Currency\":\"EUR\"}", HEADER, login)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = http.get("/rest/6.0/orders/7/?a=b", HEADER, login);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(answer, "actedFor")).isEqualTo(CODE);
    }

    @Test
    void login_fiveMinutesOff_isAcceptedAndNoSecondMore() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(send(login(CODE, DATE, HASH, "sha256")).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertRefused(login(CODE, DATE, HASH, "sha256"), "login's date is more than 5 minutes off");

        clock.advance(Duration.ofMinutes(-10).minusSeconds(1));
        assertThat(send(login(CODE, DATE, HASH, "sha256")).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(-1));
        assertRefused(login(CODE, DATE, HASH, "sha256"), "login's date is more than 5 minutes off");
    }

    static Stream<Arguments> wrongLogins() {
        String form = "login is not code, date, hash and algo in quotes, with one space between";
        String login = login(CODE, DATE, HASH, "sha256");
        String date = "login's date is not YYYY-MM-DD HH:MM:SS";
        return Stream.of(
                arguments(login.replace(HASH, HASH.replace('5', '6')), "login's hash is wrong"),
                arguments(login(CODE, DATE, HASH.toUpperCase(Locale.ROOT), "sha256"), "login's hash is wrong"),
                arguments(login(CODE, DATE, HASH, "sha3-256"), "login's hash is wrong"),
                arguments(login(CODE, "2026-11-27 10:00:01", HASH, "sha256"), "login's hash is wrong"),
                arguments(login(CODE, DATE, HASH, "md5"), "login's algo is neither sha256 nor sha3-256"),
                arguments(login("nobody", DATE, HASH, "sha256"), "login's code is not a known merchant code"),
                arguments(signed("2026-11-27T10:00:00"), date),
                arguments(signed("2026-11-27 10:00:00Z"), date),
                arguments(signed("2026-02-30 10:00:00"), date),
                arguments(signed("2026-11-27 11:00:00"), "login's date is more than 5 minutes off"),
                arguments("", form),
                arguments(login.replace('"', '\''), form),
                arguments(login.replace(" algo=\"sha256\"", ""), form),
                arguments(login.replace(" ", ", "), form));
    }

    @ParameterizedTest
    @MethodSource("wrongLogins")
    void login_anyThingWrong_isRefusedWithItsReason(String login, String reason) {
        assertRefused(login, reason);
    }

    @Test
    void login_absentOrTwice_isRefusedInTheProvidersForm() {
        String login = login(CODE, DATE, HASH, "sha256");

        assertThat(http.get("/rest/6.0").body())
                .isEqualTo("{\"error_code\":\"AUTHENTICATION_FAILED\","
                        + "\"message\":\"no X-Avangate-Authentication header\"}");
        HttpResponse<String> twice = http.get("/rest/6.0/orders/", HEADER, login, HEADER, login);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(TestHttp.member(twice, "error_code")).isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rest/6.0x", "/rest/5.0/orders/", "/rest"})
    void path_ofAnotherVersion_isNotFound(String path) {
        assertThat(http.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void fault_atThisApi_takesThePlaceOfTheAnswer() {
        sandbox.faults().next("/rest/6.0/orders/", Fault.status(503), Fault.status(401));

        assertThat(send("").statusCode()).isEqualTo(503);
        assertThat(send("").headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(sandbox.received())
                .allMatch(request -> request.provider() == Provider.TWO_CHECKOUT_REST)
                .hasSize(2);
    }

    @Test
    void merchant_blankOrPrinted_isRefusedOrHidden() {
        assertThat(new TwoCheckoutRestMerchant(CODE, KEY))
                .hasToString("TwoCheckoutRestMerchant[code=" + CODE + ", secretKey=hidden]");
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoCheckoutRestMerchant(CODE, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoCheckoutRestMerchant("", KEY));
    }

    private static String signed(String date) {
        return login(
                CODE, date, TestJws.hmac("HmacSHA256", CODE.length() + CODE + date.length() + date, KEY), "sha256");
    }

    private static String login(String code, String date, String hash, String algorithm) {
        return "code=\"" + code + "\" date=\"" + date + "\" hash=\"" + hash + "\" algo=\"" + algorithm + "\"";
    }

    private HttpResponse<String> send(String login) {
        return http.post("/rest/6.0/orders/", "{}", HEADER, login);
    }

    private void assertRefused(String login, String reason) {
        HttpResponse<String> answer = send(login);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(TestHttp.member(answer, "message")).isEqualTo(reason);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(sandbox.received())
                .last()
                .extracting(ReceivedRequest::verdict)
                .isEqualTo(reason);
    }
}
