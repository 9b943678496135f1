// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page's data, and what can be changed by it, over HTTP. */
@Timeout(60)
class PageTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final PaymentSandbox sandbox =
            PaymentSandbox.start(0, clock).servePage(Map.of(SandboxAccount.TWO_CHECKOUT, "shop-eu"));
    private final PageCalls calls = new PageCalls(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void page_isOneHtmlText_thatNeedsNoOtherOrigin() {
        HttpResponse<String> page = calls.http().get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("<title>paybearer sandbox</title>")
                .doesNotContainPattern("(src|href)=\"(?!data:)");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'sha256-", "style-src 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
    }

    @Test
    void page_thatNobodyAskedFor_isNotThere_andItsPathsAreThoseOfNoProvider() {
        try (PaymentSandbox other = PaymentSandbox.start()) {
            TestHttp http = new TestHttp(other);

            assertThat(List.of("/", "/sandbox/state", "/favicon.ico"))
                    .allSatisfy(path -> assertThat(http.get(path).statusCode()).isEqualTo(404));
            assertThat(other.received()).hasSize(3);
        }
    }

    @Test
    void requestsOfThePage_areNotAmongThoseReceived() {
        calls.http().get("/");
        calls.http().get("/favicon.ico");
        calls.act("settings", "{}");

        assertThat(calls.state().members().get("requests")).isEqualTo(List.of());
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void members_ofTheData_areThoseOfTheDocument() throws Exception {
        calls.twoCheckout();
        calls.act("faults", "{\"path\":\"/auth/token\",\"kind\":\"delay\",\"seconds\":1.5,\"when\":\"next\"}");
        calls.act("faults", "{\"path\":\"/auth/token\",\"kind\":\"status\",\"status\":503,\"when\":\"next\"}");
        Set<String> names = new TreeSet<>();
        JsonObject state = calls.state();
        collect("", state.members(), names);

        String document = Files.readString(Path.of("src/docs/command-line.md"));
        assertThat(names)
                .contains("requests[].tokens[].remainingSeconds", "faults[].status")
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    @Test
    void refusal_isShownWithItsReason() {
        calls.http().get("/deals/x");

        assertThat(calls.last().members().toString())
                .contains("status=401", "accepted=false", "verdict=no Authorization header", "tokens=[]");
    }

    @Test
    void requests_moreThanAreKept_areCounted() {
        IntStream.rangeClosed(0, RequestLog.LONGEST).forEach(i -> calls.http().get("/wallet/" + i));

        JsonObject state = calls.state();

        assertThat(PageCalls.objects(state, "requests")).hasSize(RequestLog.LONGEST);
        assertThat(state.number("requestsReceived"))
                .hasValueSatisfying(number -> assertThat(number.intValue()).isEqualTo(RequestLog.LONGEST + 1));
        assertThat(calls.last().text("path")).hasValue("/wallet/" + RequestLog.LONGEST);
        calls.act("clear", "{}");
        assertThat(PageCalls.objects(calls.state(), "requests")).isEmpty();
    }

    @Test
    void fault_forTheNextRequest_isMetOnceAndIsOver() {
        calls.act("faults", "{\"path\":\"/wallet\",\"kind\":\"status\",\"status\":503,\"when\":\"always\"}");
        calls.act("faults", "{\"path\":\"/wallet\",\"kind\":\"status\",\"status\":429,\"when\":\"next\"}");

        assertThat(IntStream.range(0, 3).map(i -> calls.http().get("/wallet").statusCode()))
                .containsExactly(429, 503, 503);
        assertThat(PageCalls.objects(calls.state(), "faults"))
                .singleElement()
                .asString()
                .contains("[");
        calls.act("faults/off", "{\"id\":1}");
        assertThat(calls.http().get("/wallet").statusCode()).isEqualTo(401);
        assertThat(PageCalls.objects(calls.state(), "faults")).isEmpty();
    }

    @Test
    void hangingFault_holdsTheRequest_untilItIsSwitchedOff() {
        calls.act("faults", "{\"path\":\"/authentication\",\"kind\":\"hang\",\"when\":\"next\"}");
        CompletableFuture<HttpResponse<String>> held = calls.http().postAsync("/authentication", "{}");
        awaitMet();

        assertThat(calls.last().text("verdict")).hasValue("pending");
        assertThat(held).isNotDone();
        calls.act("faults/off", "{}");

        assertThat(held.join().statusCode()).isEqualTo(400);
    }

    @Test
    void cut_closesTheConnection_andResetEndsAllFaults() {
        calls.act("faults", "{\"path\":\"/wallet\",\"kind\":\"cut\",\"when\":\"always\"}");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> calls.http().get("/wallet"));
        assertThat(calls.last().members().toString()).contains("status=0", "verdict=fault: dropped");
        sandbox.reset();
        assertThat(calls.http().get("/wallet").statusCode()).isEqualTo(401);
    }

    @Test
    void settings_areSet_andTokensRevoked() {
        calls.act("settings", "{\"tokenLifetimeSeconds\":60,\"clockBehindSeconds\":30,\"oauth2JwtAccessTokens\":true}");
        String token = calls.oauth2Token();

        assertThat(TestJws.payload(token))
                .contains("\"exp\":" + START.plusSeconds(30).getEpochSecond());
        assertThat(calls.state().members().get("settings").toString())
                .contains("tokenLifetimeSeconds=60", "clockBehindSeconds=30", "oauth2TellsLifetime=true");
        assertThat(calls.http()
                        .get("/oauth2/api", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        calls.act("revoke", "{\"tokens\":\"access\"}");
        assertThat(calls.http()
                        .get("/oauth2/api", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void accounts_areShownWithTheirProperties() {
        assertThat(PageCalls.objects(calls.state(), "accounts").get(0).members().toString())
                .contains("name=shop-eu", "kind=TWO_CHECKOUT", "paybearer.account.shop-eu.merchant-code=250111206876");
    }

    private void awaitMet() {
        while (!PageCalls.objects(calls.state(), "faults")
                .get(0)
                .number("met")
                .orElseThrow()
                .equals(BigDecimal.ONE)) {
            Thread.onSpinWait();
        }
    }

    /** The names of members at every depth, but not of headers and claims, which are those of the request. */
    private static void collect(String prefix, Map<?, ?> members, Set<String> names) {
        members.forEach((name, value) -> {
            String path = prefix + name;
            names.add(path);
            boolean ofTheRequest = path.endsWith("headers") || path.endsWith("header") || path.endsWith("claims");
            if (value instanceof Map<?, ?> inner && !ofTheRequest) {
                collect(path + ".", inner, names);
            } else if (value instanceof List<?> items) {
                items.stream()
                        .filter(Map.class::isInstance)
                        .forEach(item -> collect(path + "[].", (Map<?, ?>) item, names));
            }
        });
    }
}
