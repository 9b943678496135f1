// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the documents again: {@code mvn test -Dtest=PageScreenshotsTest -Dpage.screenshots=src/docs/images}. */
@Timeout(120)
@EnabledIfSystemProperty(
        named = "page.screenshots",
        matches = ".+",
        disabledReason = "page.screenshots names no folder")
class PageScreenshotsTest {

    private static final int BIGGEST = 150_000;

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T10:02:31Z"));

    @Test
    void pictures_ofThePage_areMade() throws Exception {
        try (PaymentSandbox sandbox = PaymentSandbox.start(Integer.getInteger("page.port", 18080), clock);
                Chromium browser = Chromium.start(folder)) {
            PageCalls calls = new PageCalls(sandbox);
            sandbox.servePage(accounts());
            BrowserPage page = browser.page().size(1180, 640).colours("light").go(sandbox.uri());
            page.until("document.querySelector('#accounts li')");
            save(page, "sandbox-empty.png");
            converse(sandbox, calls);
            page.until("document.querySelectorAll('#requests > li').length === 7");
            page.value("document.querySelectorAll('#requests summary')[2].click()");
            page.size(1180, 760);
            save(page, "sandbox-light.png");
            page.colours("dark");
            save(page, "sandbox-dark.png");
            page.size(390, 844).colours("light");
            save(page, "sandbox-narrow.png");
        }
    }

    private void converse(PaymentSandbox sandbox, PageCalls calls) {
        String token = calls.paymentsGateToken();
        clock.advance(Duration.ofSeconds(1));
        calls.http().post("/deals/payin", "{}", "Authorization", "Bearer " + token);
        clock.advance(Duration.ofSeconds(14));
        calls.http().get("/payments", "Authorization", "Bearer ");
        clock.advance(Duration.ofSeconds(9));
        calls.borderless("/payments");
        clock.advance(Duration.ofSeconds(21));
        calls.twoCheckout();
        calls.act("faults", "{\"path\":\"/oauth2/token\",\"kind\":\"status\",\"status\":503,\"when\":\"always\"}");
        calls.act("faults", "{\"path\":\"/deals/payin\",\"kind\":\"delay\",\"seconds\":5,\"when\":\"next\"}");
        clock.advance(Duration.ofSeconds(3));
        calls.http().post("/oauth2/token", "");
        sandbox.revokeAll();
        clock.advance(Duration.ofSeconds(8));
        calls.http().get("/wallet", "Authorization", "Bearer " + token);
    }

    private static Map<SandboxAccount, String> accounts() {
        Map<SandboxAccount, String> accounts = new EnumMap<>(SandboxAccount.class);
        accounts.put(SandboxAccount.PAYMENTSGATE, "gate");
        accounts.put(SandboxAccount.TWO_CHECKOUT, "shop-eu");
        accounts.put(SandboxAccount.BORDERLESS, "payouts");
        accounts.put(SandboxAccount.OAUTH2, "oauth");
        accounts.put(SandboxAccount.STATIC_BEARER, "key");
        return accounts;
    }

    private static void save(BrowserPage page, String name) throws Exception {
        Path target = Files.createDirectories(Path.of(System.getProperty("page.screenshots")));
        // two polls later what was clicked is painted, and messages are gone or as they stay
        page.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        byte[] picture = page.screenshot();
        assertThat(picture).as(name).hasSizeLessThan(BIGGEST);
        Files.write(target.resolve(name), picture);
    }
}
