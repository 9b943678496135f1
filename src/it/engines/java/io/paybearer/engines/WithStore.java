// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import io.paybearer.PaybearerConfigException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.token.TimeSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What becomes of an application with a store, by class loader. */
final class WithStore {

    private WithStore() {}

    static String outcome(String store) {
        ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
        try (PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start())) {
            Configured configured = Configured.account("gate")
                    .with(TestMerchants.paymentsGate(sandbox.uri()))
                    .key("paybearer.store", store);
            if (!store.equals("memory")) {
                configured.key(
                        "paybearer.store.encryption-keys",
                        "k:" + TestMerchants.base64("0123456789abcdef0123456789abcdef"));
            }
            if (store.equals("redis")) {
                configured.key("paybearer.store.redis.uri", "redis://127.0.0.1");
            }
            try (TestApplication application = TestApplication.start(configured, TimeSource.system(), Runnable::run)) {
                String token = application
                        .application()
                        .shareThrough(() -> map)
                        .get("gate")
                        .value();
                return (token.isEmpty() ? "nothing" : "a token") + (map.isEmpty() ? "" : ", shared");
            }
        } catch (PaybearerConfigException e) {
            return e.getMessage();
        }
    }
}
