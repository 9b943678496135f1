// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessTokens;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import org.junit.jupiter.api.Test;

/** What can be injected, in a container that finds our beans by itself. */
class InjectionTest extends SandboxedTest {

    @Dependent
    static class Shop {
        @Inject
        @PaymentAccount("two")
        Client client;

        @Inject
        @PaymentAccount("two")
        Client again;

        @Inject
        @PaymentAccount("partner")
        WebTarget target;

        @Inject
        AccessTokens tokens;
    }

    @Dependent
    static class Till {
        @Inject
        @PaymentAccount
        WebTarget onlyOne;
    }

    private static SeContainer container() {
        return container(Shop.class);
    }

    private static SeContainer container(Class<?> bean) {
        return SeContainerInitializer.newInstance().addBeanClasses(bean).initialize();
    }

    /** Quarkus takes each method with a qualifier for a producer, and a Rest Client's methods may have this annotation. */
    @Test
    void annotation_doesNotSayItselfThatItIsAQualifier() {
        assertThat(PaymentAccount.class.isAnnotationPresent(Qualifier.class)).isFalse();
    }

    @Test
    void client_carriesTheCredentialOfItsAccount() {
        start(everyProvider());
        try (SeContainer container = container()) {
            Shop shop = container.select(Shop.class).get();

            shop.client
                    .target(origin())
                    .path("/checkout/api/encrypt/generate/signature")
                    .request()
                    .post(Entity.json("{}"))
                    .close();

            assertThat(acceptedLast().header("merchant-token")).hasSize(1);
            assertThat(shop.again).isSameAs(shop.client);
        }
    }

    @Test
    void client_callsNoOtherPlaceThanItsAccounts() {
        start(everyProvider());
        try (SeContainer container = container()) {
            Shop shop = container.select(Shop.class).get();

            assertThatThrownBy(() -> shop.client
                            .target(origin())
                            .path("/deals/1")
                            .request()
                            .get())
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("paybearer.account.two.base-uri");
        }
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void target_isAtTheAccountsBaseUri() {
        start(everyProvider());
        try (SeContainer container = container()) {
            Shop shop = container.select(Shop.class).get();

            assertThat(shop.target.getUri()).hasToString(origin() + "/contacts");
            assertThat(shop.target.request().post(Entity.json("{}"), String.class))
                    .contains(TestMerchants.PARTNER_ISSUER_ID);
        }
        acceptedLast();
    }

    @Test
    void tokens_areThoseOfTheClients() {
        start(everyProvider());
        try (SeContainer container = container()) {
            Shop shop = container.select(Shop.class).get();
            shop.target.request().post(Entity.json("{}")).close();

            assertThat(acceptedLast().header("Authorization"))
                    .containsExactly(shop.tokens.get("partner").bearer());
        }
    }

    @Test
    void accountWithoutName_isTheOnlyOne_andRefusedIfThereAreSeveral() {
        start(Configured.account("less").with(TestMerchants.borderless(origin())));
        try (SeContainer container = container(Till.class)) {
            assertThat(container.select(Till.class).get().onlyOne.getUri()).hasToString(origin() + "/payments");
        }
        start(everyProvider());
        assertThatThrownBy(() -> container(Till.class))
                .hasStackTraceContaining("several payment accounts are configured");
    }
}
