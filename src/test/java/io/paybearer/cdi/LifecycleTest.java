// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessTokens;
import io.paybearer.PaybearerConfigException;
import io.paybearer.PaymentAccount;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** An application's start and end in a CDI container. */
class LifecycleTest extends SandboxedTest {

    @Dependent
    static class Shop {
        @Inject
        @PaymentAccount("two")
        Client client;
    }

    /** A listener that is a bean. */
    @ApplicationScoped
    static class Witness implements TokenListener {
        private final List<TokenEvent.Type> told = new CopyOnWriteArrayList<>();

        @Override
        public void on(TokenEvent event) {
            told.add(event.type());
        }

        List<TokenEvent.Type> told() {
            return told;
        }
    }

    @Test
    void listenerBeans_areTold() {
        start(everyProvider());
        try (SeContainer container = SeContainerInitializer.newInstance()
                .addBeanClasses(Witness.class)
                .initialize()) {
            AccessTokens.fromConfig().get("two");

            assertThat(container.select(Witness.class).get().told()).containsExactly(TokenEvent.Type.MINTED);
        }
    }

    private static SeContainer container() {
        return SeContainerInitializer.newInstance().addBeanClasses(Shop.class).initialize();
    }

    @Test
    void unusableConfiguration_failsTheStart_withAllProblems() {
        Configured unusable = Configured.account("gate")
                .with("provider", "paymentsgate")
                .and("less")
                .with("provider", "borderles");
        try (CurrentConfiguration current = CurrentConfiguration.of(unusable)) {
            assertThatThrownBy(LifecycleTest::container)
                    .hasStackTraceContaining(PaybearerConfigException.class.getName())
                    .hasStackTraceContaining("paybearer.account.gate.base-uri")
                    .hasStackTraceContaining("paybearer.account.gate.public-key")
                    .hasStackTraceContaining("did you mean 'borderless'?");
        }
    }

    @Test
    void nothingConfigured_starts() {
        try (CurrentConfiguration current = CurrentConfiguration.of(Configured.nothing());
                SeContainer container = container()) {
            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void end_closesClientsAndApplication() {
        AccessTokens tokens = start(everyProvider()).application();
        Client client;
        try (SeContainer container = container()) {
            client = container.select(Shop.class).get().client;
            assertThat(AccessTokens.fromConfig()).isSameAs(tokens);
        }

        assertThatThrownBy(() -> client.target(origin())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tokens.get("gate"))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("shut down");
    }

    @Test
    void secondStart_readsTheConfigurationAnew() {
        try (CurrentConfiguration current =
                CurrentConfiguration.of(Configured.account("two").with(TestMerchants.twoCheckout(origin())))) {
            AccessTokens first;
            try (SeContainer container = container()) {
                first = AccessTokens.fromConfig();
            }
            try (SeContainer container = container()) {
                assertThat(AccessTokens.fromConfig()).isNotSameAs(first);
                assertThat(AccessTokens.fromConfig().get("two").value()).isNotEmpty();
            }
        }
    }
}
