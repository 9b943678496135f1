// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.TokenUnavailableException;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Faults;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxClock;
import io.paybearer.sandbox.SandboxSettings;
import io.paybearer.sandbox.kit.TestKit;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A class with the annotation, as users have it. */
@PaybearerSandbox(
        paymentsGate = "gate",
        twoCheckout = {"shop-eu", "shop-us"},
        borderlessPartner = "partner",
        keys = {"signatures/mp-rest/url={sandbox}/checkout", "paybearer.account.gate.read-timeout=10s"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxExtensionTest {

    private static PaymentSandbox first;

    @BeforeAll
    static void handles_areThereFromTheBeginning(PaymentSandbox sandbox) {
        first = sandbox;
    }

    @Test
    @Order(1)
    void accounts_haveTokens(PaymentSandbox sandbox, Faults faults, SandboxSettings settings) {
        assertThat(sandbox).isSameAs(first);
        settings.tokenLifetime(Duration.ofMinutes(10));
        faults.next("/auth/token", Fault.delay(Duration.ZERO));

        AccessTokens tokens = AccessTokens.fromConfig();

        assertThat(tokens.get("gate").value()).isNotEmpty();
        assertThat(tokens.get("partner").value()).isNotEmpty();
        assertThat(tokens.get("shop-eu").value())
                .isNotEqualTo(tokens.get("gate").value());
        assertThat(sandbox.count("/auth/token")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void outage_leavesTheAccountWithoutToken(PaymentSandbox sandbox, Faults faults) {
        assertThat(sandbox.received()).isEmpty();
        faults.next("/auth/token", Fault.status(503));

        assertThatThrownBy(() -> AccessTokens.fromConfig().get("gate")).isInstanceOf(TokenUnavailableException.class);
    }

    @RepeatedTest(3)
    @Order(3)
    void nextTests_beginAfresh_withoutTokensOfTheFirstAndWithoutTheRestAfterTheOutage(PaymentSandbox sandbox) {
        AccessTokens.fromConfig().get("gate");

        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void clock_isMovedByATest_andTokensAgeWithIt(PaymentSandbox sandbox, SandboxClock clock) {
        AccessToken young = AccessTokens.fromConfig().get("gate");

        clock.advance(Duration.ofHours(1));

        assertThat(AccessTokens.fromConfig().get("gate")).isNotEqualTo(young);
        assertThat(sandbox.tokenCalls()).isEqualTo(2);
    }

    @Test
    void parameters_areThoseOfTheKit(TestKit kit, PaymentSandbox sandbox) {
        assertThat(kit.sandbox()).isSameAs(sandbox);
    }

    @Test
    void keys_leadToTheSandbox(PaymentSandbox sandbox) {
        assertThat(ConfigProvider.getConfig().getValue("signatures/mp-rest/url", String.class))
                .isEqualTo(sandbox.uri() + "/checkout");
    }

    @Nested
    class Inside {

        @Test
        void nestedClass_usesTheSameStandIns(PaymentSandbox sandbox) {
            assertThat(sandbox).isSameAs(first);
        }
    }

    @Nested
    @PaybearerSandbox(twoCheckout = "other")
    class Apart {

        @Test
        void nestedClassWithTheAnnotation_hasItsOwn(PaymentSandbox sandbox) {
            assertThat(sandbox).isNotSameAs(first);
            assertThat(AccessTokens.fromConfig().get("other").value()).isNotEmpty();
        }
    }
}
