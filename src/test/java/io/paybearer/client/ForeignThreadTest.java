// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** First calls on threads whose context class loader knows no application, such as the JDK's common pool has in servers. */
public class ForeignThreadTest extends SandboxedTest {

    private final ExecutorService foreign = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work);
        thread.setContextClassLoader(new ClassLoader(ClassLoader.getPlatformClassLoader()) {});
        return thread;
    });

    @AfterEach
    void stop() {
        foreign.shutdown();
    }

    private TypedClientTest.Deals client() {
        start(everyProvider());
        return RestClientBuilder.newBuilder()
                .baseUri(origin())
                .executorService(foreign)
                .build(TypedClientTest.Deals.class);
    }

    @Test
    void callMadeThere_isAccepted() throws Exception {
        TypedClientTest.Deals client = client();

        assertThat(foreign.submit(() -> client.payin("{}")).get()).contains(TestMerchants.ACCOUNT_ID);
    }

    @Test
    void asynchronousCall_isAccepted() {
        assertThat(client().payinAsync("{}").toCompletableFuture().join()).contains(TestMerchants.ACCOUNT_ID);
    }

    @Test
    void threadKeepsItsClassLoader() throws Exception {
        TypedClientTest.Deals client = client();
        ClassLoader before = foreign.submit(() -> Thread.currentThread().getContextClassLoader())
                .get();

        foreign.submit(() -> client.payin("{}")).get();

        assertThat(foreign.submit(() -> Thread.currentThread().getContextClassLoader())
                        .get())
                .isSameAs(before);
    }
}
