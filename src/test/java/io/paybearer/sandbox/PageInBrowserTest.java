// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser. */
@Timeout(120)
class PageInBrowserTest {

    private static final Pattern CURL = Pattern.compile("curl -H \"(\\S+): ([^\"]+)\" (\\S+)");
    private static final String ROW = "document.querySelector(\"#requests > li\")";

    /** The texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, success criterion 1.4.3). */
    private static final String FAINT_TEXTS = """
            (() => {
              const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => numbers(colour).slice(0, 3).map(v => v / 255)
                  .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
                  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
              const behind = element => {
                const colour = getComputedStyle(element).backgroundColor;
                return numbers(colour)[3] === 0 ? behind(element.parentElement) : colour;
              };
              return [...document.querySelectorAll('body *')]
                  .filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                  .filter(e => {
                    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
                    return (a + .05) / (b + .05) < 4.5;
                  }).map(e => e.outerHTML);
            })()""";

    @TempDir
    private static Path folder;

    private static Chromium browser;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T10:00:00Z"));
    private PaymentSandbox sandbox;
    private PageCalls calls;
    private BrowserPage page;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start(folder);
    }

    @AfterAll
    static void end() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        Map<SandboxAccount, String> accounts = new EnumMap<>(SandboxAccount.class);
        List.of(SandboxAccount.values())
                .forEach(account -> accounts.put(account, account.name().toLowerCase(Locale.ROOT)));
        sandbox = PaymentSandbox.start(0, clock).servePage(accounts);
        calls = new PageCalls(sandbox);
        page = browser.page().size(1180, 800).go(sandbox.uri()).until("document.querySelector('#link.live')");
    }

    @AfterEach
    void close() {
        page.close();
        sandbox.close();
    }

    @Test
    void emptyPage_saysWhatToDoFirst_andThatWorksAsItStands() {
        assertThat(page.text("#first")).contains("paybearer.account.two_checkout.merchant-code=250111206876");
        Matcher curl = CURL.matcher(page.text("#curl"));
        assertThat(curl.matches()).as(page.text("#curl")).isTrue();

        calls.http().get(URI.create(curl.group(3)).getPath(), curl.group(1), curl.group(2));

        page.until(ROW + " && document.getElementById('empty').hidden");
        assertThat(page.text("#requests > li")).contains("200", "GET /static/hello", "API key · accepted");
    }

    @Test
    void requests_areShownAsTheyArrive_withReason_claimsAndRemainingLife() {
        calls.twoCheckout();
        page.until(ROW);
        page.value(ROW + ".querySelector('summary').click()");
        page.until(ROW + ".querySelector('.token')");
        assertThat(page.text("#requests > li"))
                .contains("200", "POST " + TwoCheckoutSignature.PATH, "accepted", "token: 30 min 0 s left")
                .contains("JWT in Authorization, merchant-token", "HS512", "2026-01-01 10:00:00 UTC", "hidden");

        clock.advance(Duration.ofMinutes(31));
        page.until("document.querySelector('.token .life').innerText === 'expired 1 min 0 s ago'");
        calls.http().get("/wallet");

        page.until(ROW + ".className === 'bad'");
        assertThat(page.text("#requests > li")).contains("401", "GET /wallet", "no Authorization header");
        assertThat(page.text("#requests > li:last-child")).contains("HS512");
    }

    @Test
    void fault_isSwitchedOnAndOff_byTheKeyboardAlone() throws Exception {
        page.tabTo("#path").type("/authentication");
        page.tabTo("#kind").press("ArrowDown", "ArrowDown");
        page.until("document.getElementById('kind').value === 'hang'");
        page.tabTo("[name=when]").press("ArrowDown").tabTo("#fault button").press("Enter");
        page.until("document.querySelector('#active li')");
        CompletableFuture<HttpResponse<String>> held = calls.http().postAsync("/authentication", "{}");
        page.until(ROW + "?.className === 'wait'");
        assertThat(page.text("#requests > li")).contains("waiting for its answer");
        page.until("document.getElementById('active').innerText.includes('every request, met once')");

        page.tabTo("#active button").press("Enter").until("!document.querySelector('#active li')");

        assertThat(held.get().statusCode()).isEqualTo(400);
        page.until(ROW + ".className === 'bad'");
    }

    @Test
    void faultOfARequest_isOfferedWhereTheRequestIs_andAMistakeIsExplained() {
        calls.http().get("/wallet/5");
        page.until(ROW);
        page.value(ROW + ".querySelector('summary').click()");
        page.until(ROW + ".querySelector('.more button')");
        page.value(ROW + ".querySelector('.more button').click()");
        page.press("Enter").until("document.querySelector('#active li')");
        assertThat(calls.http().get("/wallet/5").statusCode()).isEqualTo(503);

        page.tabTo("#path").type("/mistyped").press("Enter");

        page.until("document.getElementById('said').innerText.includes('path is none of a stand-in')");
    }

    @Test
    void settings_areChanged_andTokensRevoked() {
        page.tabTo("[data-setting=tokenLifetimeSeconds]").type("90").press("Enter");
        page.until("document.getElementById('said').innerText === 'Set.'");
        String token = calls.paymentsGateToken();
        assertThat(TestJws.payload(token))
                .contains("\"exp\":" + clock.instant().plusSeconds(90).getEpochSecond());

        page.tabTo("[data-revoke=access]").press(" ");

        page.until("document.getElementById('said').innerText.startsWith('Revoked')");
        calls.http().get("/wallet", "Authorization", "Bearer " + token);
        page.until(ROW + ".innerText.includes('access token is revoked')");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1180})
    void window_ofAnyWidth_showsAllOfThePage(int width) {
        page.size(width, 800);
        calls.twoCheckout();
        calls.borderless("/payments/" + "x".repeat(300));
        page.until("document.querySelectorAll('#requests > li').length === 2");
        page.value("document.querySelectorAll('summary').forEach(summary => summary.click())");
        page.until("document.querySelectorAll('.token').length === 2");

        assertThat((Long) page.value("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat(page.value("[...document.querySelectorAll('main *')].filter(e => e.getClientRects().length"
                        + " && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre')).length"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void texts_canBeRead(String scheme) {
        page.colours(scheme);
        calls.twoCheckout();
        calls.http().get("/wallet");
        calls.act("faults", "{\"path\":\"/wallet\",\"kind\":\"status\",\"status\":503,\"when\":\"always\"}");
        calls.http().get("/wallet");
        page.until("document.querySelectorAll('#requests > li').length === 3 && document.querySelector('#active li')");
        page.value("document.querySelectorAll('summary').forEach(summary => summary.click())");
        page.until("document.querySelector('.token')");

        assertThat((List<?>) page.value(FAINT_TEXTS)).isEmpty();
    }

    @Test
    void controls_haveNames() {
        calls.act("faults", "{\"path\":\"/wallet\",\"kind\":\"hang\",\"when\":\"next\"}");
        page.until("document.querySelector('#active li')");

        assertThat(page.controls())
                .hasSizeGreaterThan(20)
                .noneMatch(control -> control.endsWith(":") && !control.startsWith("RootWebArea"))
                .contains("button:Switch off /wallet does not answer until this is switched off", "button:Switch on");
    }

    @Test
    void sandboxThatHasEnded_isNamed() {
        sandbox.close();

        page.until("document.querySelector('#link.lost')");

        assertThat(page.text("#link")).contains("no connection");
    }
}
