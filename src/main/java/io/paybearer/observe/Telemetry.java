// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The metrics of one application. Thread-safe. */
final class Telemetry {

    private static final String SCOPE = "io.paybearer";
    private static final List<Double> SECONDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongCounter obtained;
    private final LongCounter failures;
    private final LongCounter served;
    private final LongCounter unauthorized;
    private final LongCounter replays;
    private final LongCounter adopted;
    private final LongCounter outages;
    private final DoubleHistogram duration;
    private final ObservableDoubleGauge remaining;
    private final TokenSpans spans;

    private Telemetry(OpenTelemetry telemetry, Supplier<List<AccountStatus>> accounts) {
        Meter meter = telemetry.getMeter(SCOPE);
        obtained = counter(meter, "tokens.obtained", "{token}", "Tokens that were obtained or minted");
        failures = counter(meter, "refresh.failures", "{attempt}", "Attempts to obtain a token that yielded none");
        served = counter(
                meter,
                "refresh.failed.served",
                "{token}",
                "Looks at a token that was served though its renewal failed");
        unauthorized = counter(meter, "unauthorized", "{response}", "Responses 401 of the provider's API");
        replays = counter(meter, "replays", "{request}", "Calls that were sent once more after a 401");
        adopted = counter(meter, "tokens.adopted", "{token}", "Tokens that another node had obtained");
        outages = counter(meter, "store.outages", "{outage}", "How often the shared store could not be used any more");
        duration = meter.histogramBuilder("paybearer.token.obtain.duration")
                .setUnit("s")
                .setDescription("How long attempts to obtain a token took")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
        remaining = meter.gaugeBuilder("paybearer.token.remaining")
                .setUnit("s")
                .setDescription("How long the token that is held lives yet")
                .buildWithCallback(gauge -> accounts.get().forEach(account -> record(gauge, account)));
        spans = new TokenSpans(telemetry.getTracer(SCOPE));
    }

    /** Null while there is nothing to measure with. */
    static @Nullable Telemetry begin(Supplier<List<AccountStatus>> accounts) {
        OpenTelemetry found = OpenTelemetryLookup.find();
        return found == null ? null : new Telemetry(found, accounts);
    }

    private static LongCounter counter(Meter meter, String name, String unit, String description) {
        return meter.counterBuilder("paybearer." + name)
                .setUnit(unit)
                .setDescription(description)
                .build();
    }

    private static void record(ObservableDoubleMeasurement gauge, AccountStatus account) {
        if (!account.remaining().isZero()) {
            gauge.record(seconds(account.remaining()), Labels.of(account));
        }
    }

    void on(TokenEvent event) {
        Attributes labels = Labels.of(event);
        switch (event.type()) {
            case OBTAINED, MINTED -> obtained.add(1, labels);
            case FAILED -> failures.add(1, labels);
            case SERVED_WHILE_FAILING -> served.add(1, labels);
            case UNAUTHORIZED -> unauthorized.add(1, labels);
            case REPLAYED -> replays.add(1, labels);
            case ADOPTED -> adopted.add(1, labels);
            case STORE_LOST -> outages.add(1, labels);
            case TAKEN_OVER, OVERTAKEN, STORE_BACK -> {
                // logged
            }
        }
        if (event.type() == TokenEvent.Type.OBTAINED || event.type() == TokenEvent.Type.FAILED) {
            duration.record(seconds(event.took()), labels);
            spans.record(event, labels);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    void close() {
        remaining.close();
    }
}
