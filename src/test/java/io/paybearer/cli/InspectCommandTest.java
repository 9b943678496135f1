// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code paybearer inspect}. */
class InspectCommandTest {

    private static final String SIGNATURE = "canary-signature";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void headerClaimsAndLife_areShown_theSignatureIsNot() {
        Run run = inspect(
                jwt("{\"sub\":\"250111206876\",\"iat\":" + (epoch() - 60) + ",\"exp\":" + (epoch() + 90) + "}"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .containsExactly(
                        "header  \"alg\":\"HS512\"",
                        "header  \"typ\":\"JWT\"",
                        "claim   \"sub\":\"250111206876\"",
                        "claim   \"iat\":" + (epoch() - 60) + "  2026-11-21T11:59:00Z",
                        "claim   \"exp\":" + (epoch() + 90) + "  2026-11-21T12:01:30Z",
                        "life    1 min 30 s remain, until 2026-11-21T12:01:30Z (by its claim exp)");
    }

    @Test
    void expiredToken_isCalledSo() {
        Run run = inspect(jwt("{\"exp\":" + (epoch() - 7200) + "}"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("life    EXPIRED 2 h ago");
    }

    @Test
    void withoutExpiry_theProvidersRuleHolds() {
        assertThat(inspect(jwt("{\"sub\":\"1\",\"iat\":" + epoch() + "}")).out())
                .contains("30 min remain", "2Checkout");
        assertThat(inspect(jwt("{\"issuer\":\"1\",\"iat\":" + epoch() + "}")).out())
                .contains("15 min remain", "borderless");
        assertThat(inspect(jwt("{\"iat\":" + epoch() + "}")).out()).contains("life    unknown");
    }

    @Test
    void claimsThatHoldSecrets_areHidden() {
        String token = jwt("{\"partnerKey\":\"canary-partner-key\",\"clientSecret\":\"canary-2\",\"issuer\":\"i\"}");

        for (Run run : new Run[] {inspect(token), Run.with(token, at(), "inspect", "--json")}) {
            assertThat(run.out()).contains("(hidden)", "partnerKey").doesNotContain("canary");
        }
    }

    @Test
    void json_hasMembersForScripts() {
        Map<String, Object> json = Run.with(jwt("{\"exp\":" + (epoch() + 90) + "}"), at(), "inspect", "--json")
                .json();

        assertThat(json).containsEntry("remainingSeconds", 90L).containsEntry("expiresAt", "2026-11-21T12:01:30Z");
        assertThat(json).containsKeys("header", "claims", "expiryRule");
    }

    @Test
    void bearerAndHeader_areTakenOff() {
        String token = jwt("{}");

        assertThat(inspect("Bearer " + token).exitCode()).isZero();
        assertThat(inspect("Authorization: Bearer " + token).exitCode()).isZero();
    }

    @Test
    void argument_isWarnedOf() {
        Run run = Run.of("inspect", jwt("{}"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("warning: other users of this machine may see");
    }

    @Test
    void whatIsNoJwt_isNotRepeated() {
        for (String text : new String[] {"canary", "canary.canary.canary", "e30.canary.x", "", "a.b.c.d"}) {
            Run run = inspect(text);

            assertThat(run.exitCode()).as(text).isNotZero();
            assertThat(run.err()).startsWith("error: ");
            assertThat(run.all()).doesNotContain("canary");
        }
    }

    @Test
    void controlCharacters_doNotReachTheTerminal() {
        assertThat(inspect(jwt("{\"sub\":\"\\u001b[31mred\"}")).out())
                .contains("red")
                .doesNotContain("\u001b");
    }

    private static Run inspect(String text) {
        Run run = Run.with(text + "\n", at(), "inspect", "-");
        assertThat(run.all()).doesNotContain(SIGNATURE);
        return run;
    }

    private static InstantSource at() {
        return InstantSource.fixed(NOW);
    }

    private static long epoch() {
        return NOW.getEpochSecond();
    }

    private static String jwt(String claims) {
        return base64("{\"alg\":\"HS512\",\"typ\":\"JWT\"}") + "." + base64(claims) + "." + SIGNATURE;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
