// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import io.paybearer.AccessTokens;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes calls to the providers' stand-ins and reports what arrived there. */
public final class Demo {

    private static final Map<String, Object> ORDER = Map.of("amount", 1990, "currency", "EUR", "reference", "order-17");
    private static final Duration SHORT_LIFE = Duration.ofSeconds(2);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final PaymentSandbox sandbox;
    private final StandIns standIns;
    private final Path samples;
    private final Progress progress;
    private final Report report;

    Demo(PaymentSandbox sandbox, DemoSecrets secrets, Path samples, Progress progress, PrintStream out) {
        this.sandbox = sandbox;
        this.standIns = new StandIns(sandbox, secrets);
        this.samples = samples;
        this.progress = progress;
        this.report = new Report(out);
    }

    /**
     * Runs the demo in the project's own directory.
     *
     * @param args none
     * @throws Exception if a call was not accepted
     */
    public static void main(String[] args) throws Exception {
        try (QuietLogging quiet = new QuietLogging();
                PaymentSandbox sandbox = PaymentSandbox.start();
                DemoSecrets secrets = new DemoSecrets()) {
            Progress progress = Progress.onTerminal(System.out);
            new Demo(sandbox, secrets, Path.of("config-samples"), progress, System.out).run();
        }
    }

    void run() throws Exception {
        report.opening("paybearer with the providers' stand-ins on " + sandbox.uri());
        for (Scenario<?> scenario : scenarios()) {
            play(scenario);
        }
        if (!report.closing()) {
            throw new IllegalStateException("the demo found calls that were not accepted, see its report");
        }
    }

    private List<Scenario<?>> scenarios() {
        return List.of(
                new Scenario<>(
                        "The provider issues the token; the client is named in the configuration alone",
                        "paymentsgate.properties",
                        DealApi.class,
                        "",
                        deals -> deals.payIn(ORDER)),
                new Scenario<>(
                        "The token is minted here and goes into two headers; the client is annotated",
                        "2checkout.properties",
                        SignatureApi.class,
                        "",
                        signatures -> signatures.sign(ORDER)),
                new Scenario<>(
                        "One interface, first at borderless",
                        "borderless.properties",
                        ContractApi.class,
                        "/payments",
                        contracts -> contracts.send(ORDER)),
                new Scenario<>(
                        "The same interface for a partner's child account: another file",
                        "borderless-partner.properties",
                        ContractApi.class,
                        "/payments",
                        contracts -> contracts.send(ORDER)),
                new Scenario<>(
                        "The same interface at another provider: another file",
                        "paymentsgate.properties",
                        ContractApi.class,
                        "/deals/payin",
                        contracts -> contracts.send(ORDER)),
                order("And at an API with OAuth 2.0", "oauth2.properties", "/oauth2/api/orders"),
                order("And at an API with a key and a version", "static.properties", "/static/orders"),
                order("And where each call is signed", "2checkout-rest.properties", "/rest/6.0/orders/"),
                new Scenario<>(
                        "A token that expires is refreshed",
                        "paymentsgate.properties",
                        DealApi.class,
                        "",
                        this::payInTwice));
    }

    private static Scenario<ContractApi> order(String title, String sample, String path) {
        return new Scenario<>(title, sample, ContractApi.class, path, contracts -> contracts.send(ORDER));
    }

    private <T> void play(Scenario<T> scenario) throws Exception {
        SampleFile sample = SampleFile.read(samples, scenario.sample());
        Map<String, String> wiring = scenario.wiring(sandbox.uri(), sample);
        report.scenario(scenario, sample, wiring);
        int before = sandbox.received().size();
        String failure = progress.during("working", () -> call(scenario, sample, wiring));
        List<ReceivedRequest> received = sandbox.received();
        report.outcome(received.subList(before, received.size()), failure);
    }

    private <T> String call(Scenario<T> scenario, SampleFile sample, Map<String, String> wiring) throws Exception {
        Map<String, String> overlay = new HashMap<>(standIns.under(sample));
        overlay.putAll(wiring);
        try (DemoConfig config = new DemoConfig(sample, overlay)) {
            return RestClients.call(scenario.client(), config, scenario.calls());
        }
    }

    private void payInTwice(DealApi deals) throws InterruptedException {
        sandbox.settings().tokenLifetime(SHORT_LIFE);
        deals.payIn(ORDER);
        Instant expiry = AccessTokens.fromConfig().get("").expiresAt();
        Thread.sleep(Math.max(
                0, Duration.between(Instant.now(), expiry.plus(A_MOMENT)).toMillis()));
        deals.payIn(ORDER);
        if (sandbox.count("/auth/token/refresh") == 0) {
            throw new IllegalStateException("the token has expired and was not refreshed");
        }
    }
}
