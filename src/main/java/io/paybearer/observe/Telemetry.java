// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.OAuth2Error;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The metrics and spans of one application. They are told apart by account, provider, the kind of a failure and its error code, and by
 * nothing else. Thread-safe.
 */
final class Telemetry {

    private static final String SCOPE = "io.paybearer";
    private static final List<Double> SECONDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);
    private static final double NANOS_PER_SECOND = 1e9;

    private static final AttributeKey<String> ACCOUNT = AttributeKey.stringKey("paybearer.account");
    private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("paybearer.provider");

    /** The kind of a failure, under the name that OpenTelemetry has for it. */
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    /** The error code that the provider has answered: one of OAuth 2.0, or {@link #OTHER_CODE}. */
    private static final AttributeKey<String> CODE = AttributeKey.stringKey("paybearer.error.code");

    private static final String OTHER_CODE = "other";

    /** Events without a counter are only logged. */
    private final Map<TokenEvent.Type, LongCounter> counters;

    private final DoubleHistogram duration;
    private final ObservableDoubleGauge remaining;
    private final Tracer tracer;

    Telemetry(OpenTelemetry telemetry, Supplier<List<AccountStatus>> accounts, @Nullable String version) {
        MeterBuilder meters = telemetry.meterBuilder(SCOPE);
        TracerBuilder tracers = telemetry.tracerBuilder(SCOPE);
        if (version != null) {
            meters.setInstrumentationVersion(version);
            tracers.setInstrumentationVersion(version);
        }
        Meter meter = meters.build();
        counters = counters(meter);
        duration = meter.histogramBuilder("paybearer.token.obtain.duration")
                .setUnit("s")
                .setDescription("How long attempts to obtain a token took")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
        remaining = meter.gaugeBuilder("paybearer.token.remaining")
                .setUnit("s")
                .setDescription("How long the token that is held lives yet")
                .buildWithCallback(gauge -> accounts.get().forEach(account -> record(gauge, account)));
        tracer = tracers.build();
    }

    /** Begins to measure; null while there is no OpenTelemetry to measure with. */
    static @Nullable Telemetry begin(Supplier<List<AccountStatus>> accounts) {
        OpenTelemetry found = OpenTelemetryLookup.find();
        String version = Telemetry.class.getPackage().getImplementationVersion(); // null where the jar was taken apart
        return found == null ? null : new Telemetry(found, accounts, version);
    }

    private static Map<TokenEvent.Type, LongCounter> counters(Meter meter) {
        LongCounter obtained = counter(meter, "tokens.obtained", "{token}", "Tokens that were obtained or minted");
        return Map.of(
                TokenEvent.Type.OBTAINED,
                obtained,
                TokenEvent.Type.MINTED,
                obtained,
                TokenEvent.Type.FAILED,
                counter(meter, "refresh.failures", "{attempt}", "Attempts to obtain a token that yielded none"),
                TokenEvent.Type.SERVED_WHILE_FAILING,
                counter(
                        meter,
                        "refresh.failed.served",
                        "{token}",
                        "Looks at a token that was served though its renewal failed"),
                TokenEvent.Type.UNAUTHORIZED,
                counter(meter, "unauthorized", "{response}", "Responses 401 of the provider's API"),
                TokenEvent.Type.REPLAYED,
                counter(meter, "replays", "{request}", "Calls that were sent once more after a 401"),
                TokenEvent.Type.ADOPTED,
                counter(meter, "tokens.adopted", "{token}", "Tokens that another node had obtained"),
                TokenEvent.Type.STORE_LOST,
                counter(meter, "store.outages", "{outage}", "How often the shared store could not be used any more"));
    }

    private static LongCounter counter(Meter meter, String name, String unit, String description) {
        return meter.counterBuilder("paybearer." + name)
                .setUnit(unit)
                .setDescription(description)
                .build();
    }

    private static void record(ObservableDoubleMeasurement gauge, AccountStatus account) {
        if (!account.remaining().isZero()) {
            gauge.record(
                    seconds(account.remaining()),
                    Attributes.of(ACCOUNT, account.account(), PROVIDER, account.provider()));
        }
    }

    void on(TokenEvent event) {
        Attributes labels = labels(event);
        LongCounter counter = counters.get(event.type());
        if (counter != null) {
            counter.add(1, labels);
        }
        if (event.type() == TokenEvent.Type.OBTAINED || event.type() == TokenEvent.Type.FAILED) {
            duration.record(seconds(event.took()), labels);
            span(event, labels);
        }
    }

    private static Attributes labels(TokenEvent event) {
        TokenRequestException failure = event.failure();
        if (failure == null) {
            return Attributes.of(ACCOUNT, event.account(), PROVIDER, event.provider());
        }
        String kind = failure.kind().name().toLowerCase(Locale.ROOT);
        AttributesBuilder labels = Attributes.builder()
                .put(ACCOUNT, event.account())
                .put(PROVIDER, event.provider())
                .put(ERROR, kind);
        failure.error().ifPresent(code -> labels.put(CODE, bounded(code)));
        return labels.build();
    }

    /** A metric must not have a value for whatever a provider answers. */
    private static String bounded(String code) {
        return OAuth2Error.of(code).map(OAuth2Error::code).orElse(OTHER_CODE);
    }

    /**
     * Writes the span of an attempt to obtain a token from a provider, below the call that waited for the token. It is written
     * when the attempt has ended, so that no span is ever left open.
     */
    private void span(TokenEvent event, Attributes labels) {
        Instant end = Instant.now();
        Span span = tracer.spanBuilder("paybearer.token")
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end.minus(event.took()))
                .setAllAttributes(labels)
                .startSpan();
        TokenRequestException failure = event.failure();
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
        }
        span.end(end);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    void close() {
        remaining.close();
    }
}
