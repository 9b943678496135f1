// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.TokenUnavailableException;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.harness.OwnSystemProperties;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import io.paybearer.sandbox.SandboxAccount;
import io.paybearer.token.TimeSource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time that a test lets pass, for the stand-ins and for the library. */
class KitTimeTest extends OwnSystemProperties {

    private static final String LOGIN = "/auth/token";

    @Test
    void rest_afterAFailure_endsWhenTimePasses() {
        try (TestKit kit = gate().start()) {
            kit.beginTest();
            kit.sandbox().faults().next(LOGIN, Fault.status(503));
            AccessTokens tokens = AccessTokens.fromConfig();
            assertThatThrownBy(() -> tokens.get("gate")).isInstanceOf(TokenUnavailableException.class);
            assertThatThrownBy(() -> tokens.get("gate")).hasMessageContaining("the next attempt is allowed in 1 s");

            kit.sandbox().clock().advance(Duration.ofSeconds(1));

            assertThat(tokens.get("gate").value()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"PAYMENTSGATE, PT1H", "OAUTH2, PT1H", "OAUTH2_SIGNED, PT1H", "TWO_CHECKOUT, PT30M", "BORDERLESS, PT15M"
    })
    void token_endsWhenTimePasses_andItsSuccessorIsOfThatTime(SandboxAccount kind, Duration lifetime) {
        try (TestKit kit = TestKit.builder().account(kind, "a").start()) {
            kit.beginTest();
            AccessTokens tokens = AccessTokens.fromConfig();
            AccessToken first = tokens.get("a");

            kit.sandbox().clock().advance(lifetime);

            AccessToken second = tokens.get("a");
            assertThat(second).isNotEqualTo(first);
            assertThat(Duration.between(first.expiresAt(), second.expiresAt()))
                    .isBetween(lifetime.minusSeconds(1), lifetime.plusMinutes(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"PAYMENTSGATE, /wallet", "OAUTH2, /oauth2/api/payments"})
    void call_withARevokedToken_isMadeAgainWithoutAnyWaiting(SandboxAccount kind, String path) {
        try (TestKit kit = TestKit.builder().account(kind, "a").start();
                Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("a"))) {
            kit.beginTest();
            PaymentSandbox sandbox = kit.sandbox();
            assertThat(status(client, sandbox, path)).isEqualTo(200);
            sandbox.revokeAll();
            sandbox.clock().advance(Duration.ofSeconds(5));
            sandbox.clear();

            assertThat(status(client, sandbox, path)).isEqualTo(200);

            assertThat(sandbox.received().stream()
                            .filter(request -> request.path().equals(path))
                            .map(ReceivedRequest::status))
                    .containsExactly(401, 200);
            kit.endTest();
        }
    }

    @Test
    void nextTest_isAtThePresent() {
        try (TestKit kit = gate().start()) {
            kit.beginTest();
            kit.sandbox().clock().advance(Duration.ofDays(300));
            AccessToken late = AccessTokens.fromConfig().get("gate");

            kit.beginTest();

            assertThat(kit.sandbox().clock().ahead()).isZero();
            assertThat(AccessTokens.fromConfig().get("gate").expiresAt())
                    .isBefore(late.expiresAt().minusSeconds(60));
        }
    }

    @Test
    void end_putsTheLibraryBackToTheClocksOfTheJvm() {
        try (TestKit kit = gate().start()) {
            kit.sandbox().clock().advance(Duration.ofDays(300));
        }
        System.setProperty("paybearer.account.shop.provider", "2checkout");
        System.setProperty("paybearer.account.shop.merchant-code", "1");
        System.setProperty("paybearer.account.shop.secret-word", "word");
        System.setProperty("paybearer.account.shop.base-uri", "https://api.example");

        assertThat(AccessTokens.fromConfig().get("shop").expiresAt())
                .isBefore(TimeSource.system().instant().plus(Duration.ofDays(1)));
        Applications.close((Application) AccessTokens.fromConfig());
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
