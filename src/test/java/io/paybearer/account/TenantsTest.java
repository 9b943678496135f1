// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessToken;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentsGateMerchant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Accounts side by side never see each other's token. */
class TenantsTest extends SandboxedTest {

    private static final List<String> TENANTS = List.of("a", "A", "a-b", "ab", "a1", "1a");
    private static final int THREADS = 24;
    private static final int CALLS = 200;

    /** The tenants' ids at the provider differ in case and separators alone. */
    private Configured tenants() {
        Configured configured = Configured.nothing();
        for (String tenant : TENANTS) {
            sandbox.register(new PaymentsGateMerchant("id:" + tenant, TestMerchants.PUBLIC_PEM));
            Map<String, String> settings = new HashMap<>(TestMerchants.paymentsGate(origin()));
            settings.put("account-id", "id:" + tenant);
            configured.and("t" + TENANTS.indexOf(tenant)).with(settings);
        }
        return configured;
    }

    @Test
    void tenantsInParallel_eachGetsItsOwnToken_throughExpiries() throws Exception {
        Application application = start(tenants()).application();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        for (int hour = 0; hour < 3; hour++) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                int tenant = i % TENANTS.size();
                calls.add(pool.submit(() -> assertOwn(application.get("t" + tenant), "id:" + TENANTS.get(tenant))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            time.advance(Duration.ofHours(2));
        }
        pool.shutdown();

        assertThat(sandbox.tokenCalls()).isEqualTo(3 * TENANTS.size());
    }

    /** The sandbox's tokens name the account that they are for. */
    private static void assertOwn(AccessToken token, String accountId) {
        String claims = new String(Base64.getUrlDecoder().decode(token.value().split("\\.")[1]));

        assertThat(claims).contains("\"sub\":\"" + accountId + "\"");
    }
}
