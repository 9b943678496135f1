// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
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
    void claimsBeyondTheList_areShownByNameAlone_andAllShowsThem() {
        String token =
                jwt("{\"iss\":\"shop\",\"aud\":[\"a\",\"b\"],\"role\":\"canary\",\"deep\":{\"x\":[\"canary\"]}}");

        Run run = inspect(token);
        Run all = Run.with(token, at(), "inspect", "--all");

        assertThat(run.out().lines())
                .contains(
                        "claim   \"iss\":\"shop\"",
                        "claim   \"aud\":[\"a\",\"b\"]",
                        "claim   \"role\":\"(hidden)\"",
                        "claim   \"deep\":\"(hidden)\"");
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "Only alg, aud, cty, enc, exp, iat, iss, issuer, kid, nbf, sub, typ are shown"
                                + " with their values; --all shows more.");
        assertThat(all.out().lines()).contains("claim   \"role\":\"canary\"", "claim   \"deep\":{\"x\":[\"canary\"]}");
        assertThat(all.err()).isEmpty();
    }

    @Test
    void valuesOfTheListThatHaveAnotherForm_areHidden() {
        String nested = "{\"x\":\"canary\"}";
        String claims = "{\"sub\":" + nested + ",\"aud\":[" + nested + ",[\"canary\"]],\"iss\":\"canary"
                + "x".repeat(200) + "\"}";

        assertThat(inspect(jwt(claims)).out()).contains("\"sub\":\"(hidden)\"").doesNotContain("canary");
    }

    @Test
    void claimsWhoseNamesSayThatTheyHoldSecrets_areHiddenFromAllToo() {
        String secrets = "{\"partnerKey\":\"canary\",\"Client_Secret\":{\"x\":\"canary\"},\"passwd\":[\"canary\"]}";
        String claims = "{\"issuer\":\"i\",\"api-key\":\"canary\",\"deep\":[{\"x\":" + secrets + "}]}";

        for (String option : new String[] {"-", "--json", "--all"}) {
            Run run = Run.with(jwt(claims), at(), "inspect", option);
            assertThat(run.out()).contains("(hidden)", "api-key").doesNotContain("canary");
        }
        assertThat(Run.with(jwt(claims), at(), "inspect", "--all").out()).contains("partnerKey");
    }

    @Test
    void tokensInsideAToken_areNeverShown() {
        String inner = jwt("{\"exp\":1}");
        String spaced = base64("{ \"alg\" : \"none\" }") + ".e30.x";
        for (String token : List.of(inner, spaced, "Bearer " + inner, "a=" + inner + ";")) {
            String claims = "{\"sub\":\"" + token + "\",\"x\":{\"y\":[\"" + token + "\"]},\"" + token + "\":1}";
            for (String option : new String[] {"-", "--json", "--all"}) {
                assertThat(Run.with(jwt(claims), at(), "inspect", option).all())
                        .doesNotContain(token, inner, spaced.substring(0, 20));
            }
        }
    }

    /** As deep as 64 KiB allow, and numbers beyond what a number can hold. */
    @Test
    void tokenThatIsMadeToFail_isReadOrRefused() {
        for (String claims : List.of(
                "{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                "{\"x\":" + "{\"x\":".repeat(7_000) + "1" + "}".repeat(7_000) + "}",
                "{\"sub\":\"1\",\"iat\":31556889864403199}",
                "{\"exp\":99999999999999999999999999}",
                "{\"exp\":1e999,\"iat\":-1e999}",
                "{\"exp\":null,\"iat\":[],\"sub\":null}",
                "{\"sub\":1,\"sub\":2}")) {
            for (String option : new String[] {"-", "--all", "--json"}) {
                Run run = Run.with(jwt(claims), at(), "inspect", option);

                assertThat(run.err()).as(claims.substring(0, 12)).doesNotContain("unexpected");
            }
        }
    }

    @Test
    void inputWithoutEnd_isReadToItsLimit() {
        InputStream endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                if (++read > 1 << 20) {
                    throw new AssertionError("it reads on");
                }
                return 'x';
            }
        };
        var err = new ByteArrayOutputStream();

        assertThat(Run.line(at(), endless, err, err).execute("inspect")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("error: this is not a JWT");
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
