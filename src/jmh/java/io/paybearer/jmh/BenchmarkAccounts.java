// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.AccessTokens;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentSandbox;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** An application with some accounts of PaymentsGate, a sandbox that issues their tokens, and the clocks of the JVM. */
final class BenchmarkAccounts implements AutoCloseable {

    private static final String API = "https://api.example.com/v1/merchants/";

    private final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start());
    private final CurrentConfiguration configuration;
    private final int accounts;

    private BenchmarkAccounts(int accounts, boolean shared) {
        this.accounts = accounts;
        this.configuration = CurrentConfiguration.of(shared ? shared(configured(accounts)) : configured(accounts));
        if (shared) {
            AccessTokens.builder()
                    .sharedTokens(new ConcurrentHashMap<String, String>())
                    .build();
        }
    }

    private static Configured shared(Configured configured) {
        String key = TestMerchants.base64("0123456789abcdef0123456789abcdef");
        return configured.key("paybearer.store", "map").key("paybearer.store.encryption-keys", "k1:" + key);
    }

    /** Accounts m0, m1 and so on, each below a path of its own at the same origin. */
    static BenchmarkAccounts start(int accounts) {
        return start(accounts, false);
    }

    /** The same, their tokens in a map that nodes could share. */
    static BenchmarkAccounts start(int accounts, boolean shared) {
        return new BenchmarkAccounts(accounts, shared);
    }

    private Configured configured(int count) {
        Configured configured = Configured.nothing();
        for (int i = 0; i < count; i++) {
            configured
                    .and("m" + i)
                    .with(TestMerchants.paymentsGate(sandbox.uri()))
                    .with("base-uri", base(i))
                    .with("redirects-are-off", "true") // of requests that no client makes
                    .with("token-uri", sandbox.uri() + "/auth/token")
                    .with("refresh-uri", sandbox.uri() + "/auth/token/refresh");
        }
        return configured.and("m0").with("rest-clients", ListedApi.class.getName());
    }

    private static String base(int account) {
        return API + "m%04d".formatted(account);
    }

    /** Requests to each account. */
    URI[] uris() {
        return IntStream.range(0, accounts)
                .mapToObj(i -> URI.create(base(i) + "/payments/4711"))
                .toArray(URI[]::new);
    }

    @Override
    public void close() {
        configuration.close();
        sandbox.close();
    }
}
