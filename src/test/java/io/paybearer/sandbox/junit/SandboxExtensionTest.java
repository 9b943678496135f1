// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessTokens;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Faults;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxSettings;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A class with the annotation, as users have it. */
@PaybearerSandbox(
        paymentsGate = "gate",
        twoCheckout = {"shop-eu", "shop-us"},
        borderlessPartner = "partner",
        keys = {"signatures/mp-rest/url={sandbox}/checkout", "paybearer.account.gate.read-timeout=1s"})
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
        faults.always("/unused", Fault.status(500));

        AccessTokens tokens = AccessTokens.fromConfig();

        assertThat(tokens.get("gate").value()).isNotEmpty();
        assertThat(tokens.get("partner").value()).isNotEmpty();
        assertThat(tokens.get("shop-eu").value())
                .isNotEqualTo(tokens.get("gate").value());
        assertThat(sandbox.count("/auth/token")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void nextTest_beginsAnew_butWithTheTokensThereAre(PaymentSandbox sandbox) {
        assertThat(sandbox.received()).isEmpty();

        AccessTokens.fromConfig().get("gate");

        assertThat(sandbox.tokenCalls()).isZero();
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
