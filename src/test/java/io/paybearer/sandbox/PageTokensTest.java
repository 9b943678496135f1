// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the page's data says of the tokens and secrets that requests carry. */
@Timeout(60)
class PageTokensTest {

    private static final String CANARY = "canary-7f3a";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final PaymentSandbox sandbox = PaymentSandbox.start(0, clock).servePage(Map.of());
    private final PageCalls calls = new PageCalls(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void request_withATokenOfItsOwnMaking_isShownByItsClaims() {
        calls.twoCheckout();
        clock.advance(Duration.ofMinutes(1));

        JsonObject request = calls.last();

        assertThat(request.members().toString())
                .contains("provider=TWO_CHECKOUT", "method=POST", "path=" + TwoCheckoutSignature.PATH, "status=200")
                .contains("receivedAt=2026-01-01T00:00:00Z", "accepted=true", "verdict=accepted");
        assertThat(PageCalls.objects(request, "tokens").get(0).members().toString())
                .contains("places=[Authorization, merchant-token]", "kind=jwt", "alg=HS512", "sub=250111206876")
                .contains("expiresAt=2026-01-01T00:30:00Z", "remainingSeconds=1740");
    }

    @Test
    void opaqueToken_showsTheLifeThatItsIssuerKnows() {
        String token = calls.oauth2Token();
        calls.http().get("/oauth2/api", "Authorization", "Bearer " + token);
        clock.advance(Duration.ofMinutes(61));

        assertThat(PageCalls.objects(calls.last(), "tokens").get(0).members().toString())
                .contains("kind=opaque", "remainingSeconds=-60")
                .doesNotContain("claims");
    }

    @Test
    void borderlessToken_endsAfterAQuarterOfAnHour_whateverItsExpSays() {
        calls.borderless("/payments");

        assertThat(PageCalls.objects(calls.last(), "tokens").get(0).members().toString())
                .contains("expiresAt=2026-01-01T00:15:00Z");
    }

    @Test
    void secrets_ofRequests_areNotInTheData() {
        String jwt = TestJws.hs256(
                "{\"sub\":\"eyJhbGciOiJub25lIn0\",\"partnerKey\":\"" + CANARY + "\",\"pin\":4711}", CANARY);
        calls.http().post("/payments?key=" + CANARY, CANARY, "Authorization", "Bearer " + jwt, "x-other", CANARY);
        calls.http().get("/static/x", "x-API-key", CANARY);
        calls.http().get("/static/x", "Authorization", "Basic " + CANARY);
        calls.http()
                .get(
                        "/rest/6.0",
                        "X-Avangate-Authentication",
                        "code=\"a\" date=\"2026-01-01 00:00:00\" hash=\"" + CANARY + "\" algo=\"sha256\"");
        calls.oauth2Token();

        String data = calls.http().get("/sandbox/state").body();

        assertThat(data)
                .contains(
                        "\"partnerKey\":\"(hidden)\"", "\"pin\":\"(hidden)\"", "\"sub\":\"(hidden)\"", "\"code\":\"a\"")
                .contains("\"authorization\":\"(hidden)\"", "\"x-other\":\"(hidden)\"", "\"kind\":\"basic\"")
                .doesNotContain(CANARY, jwt.split("\\.")[2], "eyJ", "4711");
    }
}
