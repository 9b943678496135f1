package io.paybearer.jmh;

import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentSandbox;
import java.net.URI;
import java.util.stream.IntStream;

/** An application with some accounts of PaymentsGate, a sandbox that issues their tokens, and the clocks of the JVM. */
final class BenchmarkAccounts implements AutoCloseable {

    private static final String API = "https://api.example.com/v1/merchants/";

    private final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start());
    private final CurrentConfiguration configuration;
    private final int accounts;

    private BenchmarkAccounts(int accounts) {
        this.accounts = accounts;
        this.configuration = CurrentConfiguration.of(configured(accounts));
    }

    /** Accounts m0, m1 and so on, each below a path of its own at the same origin. */
    static BenchmarkAccounts start(int accounts) {
        return new BenchmarkAccounts(accounts);
    }

    private Configured configured(int count) {
        Configured configured = Configured.nothing();
        for (int i = 0; i < count; i++) {
            configured
                    .and("m" + i)
                    .with(TestMerchants.paymentsGate(sandbox.uri()))
                    .with("base-uri", base(i))
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
