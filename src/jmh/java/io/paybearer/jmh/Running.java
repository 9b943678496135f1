// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.account.Account;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An account of PaymentsGate that has a token, the sandbox, and clocks that can be put on. */
final class Running implements AutoCloseable {

    private final TestTime time = new TestTime();
    private final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start(0, time.clock()));
    private final ExecutorService background = Executors.newFixedThreadPool(4);
    private final TestApplication application = TestApplication.start(
            Configured.account("gate").with(TestMerchants.paymentsGate(sandbox.uri())), time, background);
    private final Account account = application.application().account("gate");

    /** Its token is this old, and from now on the token endpoint has a fault. */
    static Running after(Duration age, Fault fault) {
        Running running = new Running();
        running.account.headers();
        running.time.advance(age);
        running.sandbox.faults().always("/auth/token", fault);
        running.sandbox.faults().always("/auth/token/refresh", fault);
        running.sandbox.clear();
        return running;
    }

    Account account() {
        return account;
    }

    int tokenCalls() {
        return sandbox.tokenCalls();
    }

    void pass(Duration step) {
        time.advance(step);
    }

    @Override
    public void close() {
        background.shutdown();
        application.close();
        sandbox.close();
    }
}
