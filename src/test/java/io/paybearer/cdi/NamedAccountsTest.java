// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.PaybearerConfigException;
import io.paybearer.PaymentAccount;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.LogLines;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The names of accounts in annotations, at the start of an application in a CDI container. */
class NamedAccountsTest extends SandboxedTest {

    @Dependent
    static class Till {
        @Inject
        @PaymentAccount("gaet")
        Client client;

        @Inject
        void take(@PaymentAccount("tow") WebTarget target) {}
    }

    /** A Rest Client, as far as the container sees it. */
    interface Orders {
        @GET
        @PaymentAccount("shop-uk")
        String list();
    }

    @Dependent
    @PaymentAccount("two")
    static class Caller {}

    @Dependent
    static class Right {
        @Inject
        @PaymentAccount("two")
        Client client;
    }

    private static SeContainer container(Class<?>... types) {
        return SeContainerInitializer.newInstance().addBeanClasses(types).initialize();
    }

    private static PaybearerConfigException refused(Runnable start) {
        Throwable failure = catchThrowable(start::run);
        while (failure != null && !(failure instanceof PaybearerConfigException)) {
            failure = failure.getCause();
        }
        assertThat(failure).isNotNull();
        return (PaybearerConfigException) failure;
    }

    @Test
    void unknownNames_failTheStart_allAtOnce_withSuggestions() {
        start(everyProvider());

        assertThat(refused(() -> container(Till.class, Orders.class)).problems())
                .containsExactly(
                        "@PaymentAccount(\"gaet\") on " + Till.class.getName()
                                + ".client: there is no payment account 'gaet';"
                                + " configured are [gate, less, partner, two]; did you mean 'gate'?",
                        "@PaymentAccount(\"shop-uk\") on " + Orders.class.getName()
                                + ".list(): there is no payment account 'shop-uk';"
                                + " configured are [gate, less, partner, two]; correct the name, or add the account: its first key is"
                                + " paybearer.account.shop-uk.provider",
                        "@PaymentAccount(\"tow\") on a parameter of " + Till.class.getName()
                                + ".take(): there is no payment account"
                                + " 'tow'; configured are [gate, less, partner, two]; did you mean 'two'?");
    }

    @Test
    void knownNames_start() {
        start(everyProvider());
        try (SeContainer container = container(Right.class)) {
            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void withoutAnyAccount_anyNameStarts() {
        try (CurrentConfiguration current = CurrentConfiguration.of(Configured.nothing());
                SeContainer container = container(Till.class, Orders.class)) {
            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void annotationOnTheClassThatCalls_isAWarning() {
        start(everyProvider());
        try (LogLines log = LogLines.of("io.paybearer.client");
                SeContainer container = container(Caller.class, Right.class)) {
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("@PaymentAccount on the class " + Caller.class.getName() + " gives no account");
        }
    }

    /** As in an EAR, where one object knows the types of all modules. */
    @Test
    void typesOfAnotherModule_areLeftToThatModule() throws Exception {
        Application application = start(Configured.account("less").with(TestMerchants.borderless(origin())))
                .application();
        AnnotatedTypes types = new AnnotatedTypes(List.of(Till.class));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(before) {});
        try {
            types.requireAccounts(application, true);
            Assertions.assertThatThrownBy(() -> types.requireAccounts(application, false))
                    .isInstanceOf(PaybearerConfigException.class);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
