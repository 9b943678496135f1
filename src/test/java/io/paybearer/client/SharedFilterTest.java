// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.RequestRefusedException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.provider.twocheckout.TwoCheckoutFilter;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A filter that is registered by its class, on a client that threads of several applications call. */
class SharedFilterTest extends SandboxedTest {

    private static final String SIGNATURE = "/checkout/api/encrypt/generate/signature";

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final ClassLoader one = new ClassLoader(before) {};
    private final ClassLoader other = new ClassLoader(before) {};

    @AfterEach
    void takeTheThreadBack() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private Configured shop() {
        return Configured.account("two").with(TestMerchants.twoCheckout(origin()));
    }

    private TestApplication configured(ClassLoader application, Configured accounts) {
        Thread.currentThread().setContextClassLoader(application);
        return TestApplication.start(accounts, time, Runnable::run);
    }

    private String called(Client client, ClassLoader application) {
        Thread.currentThread().setContextClassLoader(application);
        return client.target(origin()).path(SIGNATURE).request().post(Entity.json("{}"), String.class);
    }

    @Test
    void callOfAnotherApplication_isRefused_andNoneOfTheFirst() {
        try (TestApplication first = configured(other, shop());
                TestApplication second = configured(one, shop());
                Client client = ClientBuilder.newClient().register(TwoCheckoutFilter.class)) {
            called(client, other);

            assertThatThrownBy(() -> called(client, one))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("make a client in each application");
            assertThat(called(client, other)).isNotEmpty();
        }
        assertThat(sandbox.received()).hasSize(2);
    }

    @Test
    void threadsOfNoApplication_mayCall() {
        ClassLoader empty = new ClassLoader(before) {};
        try (TestApplication first = configured(one, shop());
                TestApplication none = configured(empty, Configured.nothing());
                Client client = ClientBuilder.newClient().register(TwoCheckoutFilter.class)) {
            called(client, one);

            assertThat(called(client, ClassLoader.getSystemClassLoader())).isNotEmpty();
            assertThat(called(client, ClassLoader.getPlatformClassLoader())).isNotEmpty();
            assertThat(called(client, empty)).isNotEmpty();
        }
    }
}
