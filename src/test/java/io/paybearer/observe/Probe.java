// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.HidingLoader;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.PaymentSandbox;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Runs behind a {@link HidingLoader}. Each method says what works there, and what was logged meanwhile. */
public final class Probe {

    private Probe() {}

    public static String inContainer() {
        return inSilence(() -> {
            try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
                return token() + Ready.text(container);
            }
        });
    }

    public static String alone() {
        return inSilence(Probe::token);
    }

    public static String measured() {
        return inSilence(Measured::names);
    }

    public static String called() {
        try (PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start());
                CurrentConfiguration current = CurrentConfiguration.of(Configured.account("partner")
                        .with(TestMerchants.borderlessPartner(sandbox.uri()))
                        .with("client-id", "cl_1"));
                Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            return client.target(sandbox.uri()).path("/contacts").request().post(Entity.json("{}"), String.class);
        }
    }

    private static String token() {
        return AccessTokens.fromConfig().get("two").value().isEmpty() ? "nothing" : "token of two";
    }

    private static String inSilence(Supplier<String> work) {
        Recorder recorder = new Recorder();
        Logger root = Logger.getLogger("");
        root.addHandler(recorder);
        try (CurrentConfiguration current = CurrentConfiguration.of(
                Configured.account("two").with(TestMerchants.twoCheckout(URI.create("https://127.0.0.1"))))) {
            return work.get() + String.join("", recorder.said);
        } finally {
            root.removeHandler(recorder);
        }
    }

    /** A class of its own, so that MicroProfile Health is touched only where it is present. */
    private static final class Ready {
        static String text(SeContainer container) {
            try {
                return container
                                        .select(HealthCheck.class, Readiness.Literal.INSTANCE)
                                        .get()
                                        .call()
                                        .getStatus()
                                == HealthCheckResponse.Status.UP
                        ? ", ready"
                        : ", not ready";
            } catch (LinkageError absent) {
                return "";
            }
        }
    }

    private static final class Measured {
        static String names() {
            try (Recorded recorded = new Recorded()) {
                GlobalOpenTelemetry.set(recorded.telemetry());
                token();
                return recorded.everything().keySet().toString();
            }
        }
    }

    /** Records what this thread logs. Engines of other tests may still log on other threads. */
    private static final class Recorder extends Handler {
        private final long thread = Thread.currentThread().getId();
        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            String text = entry.getMessage() + " " + entry.getThrown();
            boolean notable = entry.getLevel().intValue() > Level.INFO.intValue() || text.contains("paybearer");
            if (notable && entry.getLongThreadID() == thread) {
                said.add(", " + text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
