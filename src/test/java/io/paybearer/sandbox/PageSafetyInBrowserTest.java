// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real browser makes of hostile texts in the page, and of a hostile website beside it. */
@Timeout(120)
class PageSafetyInBrowserTest {

    private static final String ROW = "document.querySelector(\"#requests > li\")";

    @TempDir
    private static Path folder;

    private static Chromium browser;

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
        sandbox = PaymentSandbox.start().servePage(Map.of(SandboxAccount.TWO_CHECKOUT, "shop-eu"));
        calls = new PageCalls(sandbox);
        page = browser.page().go(sandbox.uri()).until("document.querySelector('#link.live')");
    }

    @AfterEach
    void close() {
        page.close();
        sandbox.close();
    }

    @Test
    void textsOfOthers_areTextsAndNothingElse() {
        String evil = "<img src=/sandbox/x onerror=document.title='hit'><script>document.title='hit'</script>";
        calls.borderless("/payments/%3Cb%3E'\"&lt;b&gt;".replace("\"", "%22"), "sub", evil, evil, evil);
        page.until(ROW);
        page.value(ROW + ".querySelector('summary').click()");
        page.until(ROW + ".querySelector('.token')");

        assertThat(page.text(".token")).contains("onerror=document.title='hit'");
        assertThat(page.value("document.querySelectorAll('img, #requests script, .call b b').length"))
                .isEqualTo(0L);
        assertThat(page.value("document.title")).isEqualTo("paybearer sandbox");
    }

    @Test
    void scriptThatSomebodyPutsIntoThePage_doesNotRun() {
        page.value("document.body.append(Object.assign(document.createElement('img'), {src: 'data:,x'}))");
        Object written = page.value("(() => { try { document.body.innerHTML = '<b>x</b>'; return 'written'; }"
                + " catch (refused) { return 'refused'; } })()");

        assertThat(written).isEqualTo("refused");
    }

    @Test
    void pageOfAnotherOrigin_canNeitherSwitchFaultsNorReadNorFrame() throws IOException {
        String attack = "const to = '" + sandbox.uri() + "/sandbox/';"
                + "const body = JSON.stringify({path: '/auth/token', kind: 'cut', when: 'always'});"
                + "const tries = ['no-cors', 'cors'].flatMap(mode => ['text/plain', 'application/json'].map(type =>"
                + "  fetch(to + 'faults', {method: 'POST', mode, body, headers: {'Content-Type': type}})));"
                + "tries.push(fetch(to + 'state').then(answer => answer.text()));"
                + "Promise.allSettled(tries).then(all => document.title = all.at(-1).status);";
        String html = "<title>-</title><iframe name=f></iframe><form method=post enctype=text/plain target=f action='"
                + sandbox.uri()
                + "/sandbox/faults'><input name='{\"path\":\"/auth/token\",\"kind\":\"cut\",\"x' value='\":1}'></form>"
                + "<script>document.forms[0].submit();" + attack + "</script>";
        HttpServer other = website(html);
        URI there = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
        try (BrowserPage victim = browser.page()) {
            victim.go(there).until("document.title !== '-'");

            assertThat(victim.value("document.title")).isEqualTo("rejected");
            assertThat(PageCalls.objects(calls.state(), "faults")).isEmpty();
        } finally {
            other.stop(0);
        }
    }

    @Test
    void browser_hasNothingToComplainAbout_andAsksNobodyElse() {
        page.until("document.querySelector('#accounts li')");
        String own = sandbox.uri().toString();

        assertThat(page.requested())
                .contains(own + "/", own + "/sandbox/state")
                .allMatch(url -> url.startsWith(own + "/") || url.equals("data:,"));
        assertThat(page.complaints()).isEmpty();
        assertThat(sandbox.received()).isEmpty();
    }

    private static HttpServer website(String html) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        return server;
    }
}
