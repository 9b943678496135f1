// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** {@code paybearer check}. */
class CheckCommandTest extends CliTest {

    @Test
    void usableConfiguration_isOneLineForEachAccount_andAsksNobody() {
        Run run = Run.of("check", "-c", file(gate(), shop()));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "gate  paymentsgate  " + sandbox.uri() + "  ok",
                        "shop  2checkout     " + sandbox.uri() + "  ok");
        assertThat(run.err()).isEmpty();
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void online_obtainsATokenForEachAccount_andShowsNone() {
        Run run = Run.of("check", "--online", "-c", file(gate(), shop()));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        gate -> assertThat(gate)
                                .containsPattern("ok, a token for (1 h|59 min .*): from the provider, after \\d+ ms"),
                        shop -> assertThat(shop).contains("minted here, the provider was not asked"));
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void online_goesOnAfterAFailure_andRefusalsWin() {
        Map<String, String> second = new HashMap<>();
        gate().forEach((key, value) -> second.put(key.replace(".gate.", ".gate2."), value));
        second.put("paybearer.account.gate2.account-id", "unknown");
        sandbox.faults().next("/auth/token", Fault.status(503));

        Run run = Run.of("check", "--online", "-c", file(gate(), second, shop()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        gate -> assertThat(gate).contains("FAILED: account 'gate' has no token to send", "503"),
                        gate2 -> assertThat(gate2).contains("FAILED: account 'gate2'", "refuses the credentials"),
                        shop -> assertThat(shop).contains("ok"));
    }

    @Test
    void problems_areSaidTogether() {
        Map<String, String> keys = shop();
        keys.put("paybearer.account.shop.token-lifetime", "soon");
        keys.remove("paybearer.account.shop.merchant-code");

        Run run = Run.of("check", "-c", file(keys));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("error: the configuration cannot be used: 2 problems")
                .contains("- paybearer.account.shop.merchant-code: it is missing")
                .contains("- paybearer.account.shop.token-lifetime: 'soon' is not a duration");
    }

    @Test
    void mistakeAndUnreadKeys_areCountedApart() {
        Map<String, String> keys = shop();
        keys.put("paybearer.account.shop.token-lifetime", "soon");
        for (String mistyped : List.of("token-header", "basis-uri", "secret-wort", "prxy")) {
            keys.put("paybearer.account.shop." + mistyped, "x");
        }

        Run people = Run.of("check", "-c", file(keys));
        Run scripts = Run.of("check", "--json", "-c", file(keys));

        assertThat(people.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(people.err().lines())
                .hasSize(6)
                .startsWith("error: the configuration cannot be used: 1 problem, 4 warnings")
                .anyMatch(line -> line.startsWith("  - paybearer.account.shop.token-lifetime: 'soon'"))
                .anyMatch(line -> line.startsWith("warning: paybearer.account.shop.prxy: nothing reads this key"));
        assertThat(scripts.json().get("error"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .hasEntrySatisfying(
                        "problems", found -> assertThat((List<?>) found).hasSize(1))
                .hasEntrySatisfying(
                        "warnings", found -> assertThat((List<?>) found).hasSize(4));
    }

    @Test
    void warningsAlone_areCounted() {
        Map<String, String> keys = shop();
        keys.put("paybearer.account.shop.prxy", "x");

        assertThat(Run.of("check", "-c", file(keys)).err().lines()).endsWith("1 warning");
        assertThat(Run.of("check", "-c", file(shop())).err()).isEmpty();
    }

    @Test
    void namedAccounts_areCheckedAlone_whateverTheOthersAre() {
        Map<String, String> broken = gate();
        broken.put("paybearer.account.gate.public-key", "none");
        broken.put("paybearer.account.gate.mistyped", "x");

        Run one = Run.of("check", "shop", "-c", file(broken, shop()));
        Run two = Run.of("check", "shop", "partner", "-c", file(broken, shop(), partner()));
        Run all = Run.of("check", "-c", file(broken, shop()));

        assertThat(one.exitCode()).as(one.all()).isZero();
        assertThat(one.out().lines()).singleElement().asString().startsWith("shop  2checkout");
        assertThat(one.err()).isEmpty();
        assertThat(two.out().lines()).hasSize(2);
        assertThat(all.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void namedAccount_thatIsListed_isCheckedAlone() {
        Map<String, String> listed = Map.of("paybearer.accounts[0]", "shop", "paybearer.accounts[1]", "gate");

        Run run = Run.of("check", "gate", "-c", file(listed, gate(), shop()));

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out().lines()).singleElement().asString().startsWith("gate  ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void namedAccounts_keepTheirOwnProblemsAndWarnings() {
        Map<String, String> broken = shop();
        broken.put("paybearer.account.shop.token-lifetime", "soon");
        broken.put("paybearer.account.shop.mistyped", "x");

        Run run = Run.of("check", "shop", "-c", file(broken, gate()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).startsWith("error: the configuration cannot be used: 1 problem, 1 warning");
    }

    @Test
    void mistypedAccount_isSuggested_andNotRepeated() {
        for (String command : List.of("check", "token")) {
            Run near = Run.of(command, "shpo", "-c", file(gate(), shop()));
            Run far = Run.of(command, "canary-in-a-name", "-c", file(gate(), shop()));

            assertThat(near.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(near.err())
                    .isEqualToIgnoringNewLines(
                            "error: there is no such payment account; did you mean 'shop'? Configured"
                                    + " are [gate, shop]");
            assertThat(far.err())
                    .isEqualToIgnoringNewLines("error: there is no such payment account; configured are [gate, shop]");
        }
    }

    @Test
    void problems_inJson() {
        Map<String, String> keys = shop();
        keys.remove("paybearer.account.shop.merchant-code");

        Run run = Run.of("check", "--json", "-c", file(keys));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.json().get("error"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .extractingByKey("problems", InstanceOfAssertFactories.LIST)
                .singleElement()
                .asString()
                .startsWith("paybearer.account.shop.merchant-code");
    }

    @Test
    void warnings_areSaid_andTheConfigurationIsUsable() {
        Map<String, String> keys = shop();
        keys.put("paybearer.account.shop.secret-wort-file", "/nowhere");

        Run people = Run.of("check", "-c", file(keys));
        Run scripts = Run.of("check", "--json", "-c", file(keys));

        assertThat(people.exitCode()).isZero();
        assertThat(people.err()).startsWith("warning: paybearer.account.shop.secret-wort-file: nothing reads this key");
        assertThat(scripts.json().get("warnings"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void json_saysWhatWasFound() {
        Map<String, Object> json =
                Run.of("check", "--online", "--json", "-c", file(gate())).json();

        assertThat(json.get("accounts"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("account", "gate")
                .containsEntry("obtained", true)
                .containsEntry("minted", false)
                .containsKeys("baseUris", "expiresAt", "millis");
    }

    @Test
    void laterFiles_winOverEarlierOnes() {
        Map<String, String> override = Map.of("paybearer.account.shop.base-uri", "https://example.org");

        Run run = Run.of("check", "-c", file(shop()), "-c", file(override));

        assertThat(run.out()).contains("https://example.org");
    }

    @Test
    void systemProperties_winOverFiles_andSecretsAmongThemAreWarnedOf() {
        String key = "paybearer.account.shop.secret-word";
        System.setProperty(key, "canary-in-a-property");
        try {
            Run run = Run.of("check", "-c", file(shop()));

            assertThat(run.exitCode()).isZero();
            assertThat(run.err())
                    .startsWith("warning: " + key + ": it is a system property")
                    .contains(key + "-file");
            assertThat(run.all()).doesNotContain("canary");
        } finally {
            System.clearProperty(key);
        }
    }

    @Test
    void secretWithDollars_isRefusedAsInAnApplication() {
        Map<String, String> keys = shop();
        keys.put("paybearer.account.shop.secret-word", "canary$$word");

        Run run = Run.of("check", "-c", file(keys));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err())
                .contains("name that with paybearer.account.shop.secret-word-file")
                .doesNotContain("canary");
    }

    @Test
    void sharedStore_isLeftAlone() {
        Map<String, String> keys = shop();
        keys.put("paybearer.store", "redis");

        Run run = Run.of("check", "--online", "-c", file(keys));

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void nothingConfigured_saysWhatToDo() {
        Run run = Run.of("check", "-c", file(Map.of()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("error: no payment account is configured; name a file with --config"
                        + " or PAYBEARER_CONFIG, or set PAYBEARER_ACCOUNTS and the variables of the accounts");
    }

    @Test
    void unusableFiles_areNamed() throws Exception {
        String latin = Files.write(folder.resolve("latin"), new byte[] {'a', '=', (byte) 0xe4})
                .toString();
        String escape = Files.writeString(folder.resolve("escape"), "a=\\u12").toString();
        for (String file : List.of(folder.toString(), latin, escape)) {
            Run run = Run.of("check", "-c", file);

            assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(run.err()).startsWith("error: --config: " + file + " ");
        }
    }

    @Test
    void fileThatDoesNotExist_isCountedAndNotNamed() {
        String secret = folder.resolve("canary").toString();

        Run run = Run.of("check", "-c", file(shop()), "-c", secret);

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("error: --config: there is no file of the name that was given as number 2;"
                        + " the name is not shown, since it may be a secret");
    }
}
