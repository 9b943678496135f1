// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An OpenTelemetry SDK that keeps what it is told. */
final class Recorded implements AutoCloseable {

    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();

    OpenTelemetry telemetry() {
        return sdk;
    }

    Collection<MetricData> metrics() {
        return metrics.collectAllMetrics();
    }

    List<SpanData> spans() {
        return spans.getFinishedSpanItems();
    }

    /** The values of a metric by their labels. */
    Map<Map<String, String>, Double> values(String name) {
        Map<Map<String, String>, Double> values = new HashMap<>();
        metrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .flatMap(metric -> metric.getData().getPoints().stream())
                .forEach(point -> values.put(texts(point.getAttributes()), value(point)));
        return values;
    }

    /** All counters and histograms with their values. */
    Map<String, Map<Map<String, String>, Double>> everything() {
        Map<String, Map<Map<String, String>, Double>> all = new TreeMap<>();
        metrics().stream()
                .map(MetricData::getName)
                .filter(name -> !name.endsWith("remaining"))
                .forEach(name -> all.put(name, values(name)));
        return all;
    }

    private static double value(PointData point) {
        if (point instanceof LongPointData number) {
            return number.getValue();
        }
        return point instanceof DoublePointData number ? number.getValue() : ((HistogramPointData) point).getCount();
    }

    static Map<String, String> texts(Attributes attributes) {
        Map<String, String> texts = new HashMap<>();
        attributes.forEach((key, value) -> texts.put(key.getKey(), value.toString()));
        return texts;
    }

    @Override
    public void close() {
        sdk.close();
    }
}
