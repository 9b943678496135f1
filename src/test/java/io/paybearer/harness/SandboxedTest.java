// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test against the sandbox, over real HTTP, with the time standing still on both sides. */
public abstract class SandboxedTest {

    protected final TestTime time = new TestTime();
    protected PaymentSandbox sandbox;
    private TestApplication application;

    @BeforeEach
    final void startSandbox() {
        sandbox = TestMerchants.register(PaymentSandbox.start(0, time.clock()));
    }

    @AfterEach
    final void stopSandbox() {
        closeApplication();
        sandbox.close();
    }

    protected final void closeApplication() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    protected final URI origin() {
        return sandbox.uri();
    }

    /** One account for each provider and a partner, told apart by path: gate, two, less, partner. */
    protected final Configured everyProvider() {
        return Configured.account("gate")
                .with(TestMerchants.paymentsGate(origin()))
                .and("two")
                .with(TestMerchants.twoCheckout(origin()))
                .and("less")
                .with(TestMerchants.borderless(origin()))
                .and("partner")
                .with(TestMerchants.borderlessPartner(origin()));
    }

    protected final TestApplication start(Configured configured) {
        return start(configured, ForkJoinPool.commonPool());
    }

    protected final TestApplication start(Configured configured, Executor background) {
        application = TestApplication.start(configured, time, background);
        return application;
    }

    protected final ReceivedRequest last() {
        List<ReceivedRequest> received = sandbox.received();
        return received.get(received.size() - 1);
    }

    protected final ReceivedRequest acceptedLast() {
        assertThat(last().verdict()).as("%s", last()).isEqualTo("accepted");
        return last();
    }
}
