// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.RequestRefusedException;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.LogLines;
import io.paybearer.harness.OwnSystemProperties;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.OAuth2Authentication;
import io.paybearer.sandbox.OAuth2Client;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit as somebody has it who does not use JUnit Jupiter. */
class TestKitTest extends OwnSystemProperties {

    private static final String LOGIN = "/auth/token";

    @Test
    void keys_areThoseOfTheAccounts_andArePutInPlaceUntilTheEnd() {
        try (TestKit kit =
                gate().key("deals/mp-rest/url", "{sandbox}/v1?a={sandbox}").start()) {
            String uri = kit.sandbox().uri().toString();
            assertThat(kit.keys())
                    .containsAllEntriesOf(SandboxAccount.PAYMENTSGATE.overridingKeys(
                            "gate", kit.sandbox().uri()))
                    .containsEntry("paybearer.accounts", "gate")
                    .containsEntry("paybearer.store", "memory")
                    .containsEntry("deals/mp-rest/url", uri + "/v1?a=" + uri);
            assertThat(System.getProperties()).containsAllEntriesOf(kit.keys());
        }
        assertThat(System.getProperties()).doesNotContainKey("paybearer.accounts");
    }

    @Test
    void account_thatIsConfiguredButNotNamed_isNotRead() {
        System.setProperty("paybearer.account.shop.provider", "2checkout");
        System.setProperty("paybearer.account.shop.merchant-code", "1");
        System.setProperty("paybearer.account.shop.secret-word-file", "/nowhere/secret-word");

        try (TestKit kit = gate().start();
                LogLines log = LogLines.of("io.paybearer.config")) {
            kit.beginTest();
            assertThat(AccessTokens.fromConfig().get("gate").value()).isNotEmpty();
            assertThatThrownBy(() -> AccessTokens.fromConfig().get("shop"))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("there is no payment account 'shop'; configured are [gate]");
            assertThat(log.lines()).singleElement().asString().contains("it does not list 'shop'");
        }
    }

    @Test
    void account_thatAKeyMentions_isRead() {
        System.setProperty("paybearer.account.own.provider", "static");
        System.setProperty("paybearer.account.own.secret", "key");

        try (TestKit kit =
                gate().key("paybearer.account.own.base-uri", "{sandbox}/static").start()) {
            kit.beginTest();
            assertThat(AccessTokens.fromConfig().get("own").value()).isEqualTo("key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{sandox}",
                "{Sandbox}",
                "{sandbox.uri}",
                "{sandbox uri}",
                "${sandbox}",
                "${SANDBOX}",
                "{ sandbox }",
                "{sandbox",
                "{sandbox}/{id}",
                "http://{host}:{port}"
            })
    void placeholder_thatThereIsNot_isRefused(String value) {
        assertThatThrownBy(() -> gate().key("deals/mp-rest/url", value).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("'\\$?\\{.+' in the value of deals/mp-rest/url is no placeholder;"
                        + " there is \\{sandbox} alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${other.key}", "${other:value}", "{}", "{\"a\":1}", "}", "a=b", ""})
    void value_withoutPlaceholder_isTakenAsItIs(String value) {
        try (TestKit kit = gate().key("some.key", value).start()) {
            assertThat(kit.keys()).containsEntry("some.key", value);
        }
    }

    @Test
    void failedStart_leavesNothing() {
        try (PaymentSandbox sandbox = PaymentSandbox.start()) {
            assertThatThrownBy(() -> gate().on(sandbox).key("a", "{b}").start())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(System.getProperties()).doesNotContainKey("paybearer.accounts");
    }

    @Test
    void nextTest_isNotHeldUpByTheBackOffOfTheTestBefore() {
        try (TestKit kit = gate().start()) {
            kit.beginTest();
            kit.sandbox().faults().next(LOGIN, Fault.status(401), Fault.status(503));
            AccessTokens tokens = AccessTokens.fromConfig();
            assertThatThrownBy(() -> tokens.get("gate")).isInstanceOf(TokenUnavailableException.class);
            kit.sandbox().clock().advance(Duration.ofMinutes(1));
            assertThatThrownBy(() -> tokens.get("gate")).isInstanceOf(TokenUnavailableException.class);
            kit.endTest();

            kit.beginTest();
            assertThat(tokens.get("gate").value()).isNotEmpty();
            kit.endTest();
        }
    }

    @Test
    void standInsThatRunAlready_startOver_andGoOnAfterwards() {
        try (PaymentSandbox sandbox = PaymentSandbox.start()) {
            for (int i = 0; i < 2; i++) {
                try (TestKit kit = gate().on(sandbox).start()) {
                    assertThat(kit.sandbox()).isSameAs(sandbox);
                    assertThat(sandbox.received()).isEmpty();
                    assertThat(AccessTokens.fromConfig().get("gate").value()).isNotEmpty();
                    assertThat(sandbox.tokenCalls()).isEqualTo(1);
                    sandbox.forward(request -> {});
                }
            }
        }
    }

    @Test
    void tokenOfARefreshTokenThatWorksOnce_canBeHadInEachTest() {
        try (TestKit kit = TestKit.builder()
                .account(SandboxAccount.OAUTH2_REFRESH, "a")
                .key("paybearer.account.a.client-id", "rotating")
                .key("paybearer.account.a.client-secret", "word")
                .key("paybearer.account.a.refresh-token", "first")
                .key("paybearer.account.a.refresh-token-rotates", "true")
                .key("paybearer.account.a.allow-memory-refresh-token", "true")
                .start()) {
            kit.sandbox()
                    .register(new OAuth2Client("rotating", OAuth2Authentication.CLIENT_SECRET_POST, "word")
                            .withScopes("payments")
                            .withRefreshToken("first"));
            for (int i = 0; i < 2; i++) {
                kit.beginTest();
                assertThat(AccessTokens.fromConfig().get("a").value()).isNotEmpty();
                kit.endTest();
            }
            assertThat(kit.sandbox().reusedRefreshTokens()).isZero();
        }
    }

    @Test
    void logOfEachTest_explainsTheFirst401OfANewToken() {
        try (TestKit kit = gate().start();
                Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("gate"));
                LogLines log = LogLines.of("io.paybearer.client")) {
            for (int test = 1; test <= 2; test++) {
                kit.beginTest();
                kit.sandbox().faults().always("/wallet", Fault.status(401));
                status(client, kit.sandbox(), "/wallet");
                status(client, kit.sandbox(), "/wallet");
                kit.endTest();
                assertThat(log.lines()).hasSize(test);
            }
        }
    }

    private static TestKitBuilder gate() {
        return TestKit.builder().account(SandboxAccount.PAYMENTSGATE, "gate");
    }

    private static int status(Client client, PaymentSandbox sandbox, String path) {
        try (Response answer = client.target(sandbox.uri()).path(path).request().get()) {
            return answer.getStatus();
        }
    }
}
