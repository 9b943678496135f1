// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import org.jspecify.annotations.Nullable;

/** Finds the OpenTelemetry at work: the bean of MicroProfile Telemetry, else the one that the JVM has. */
final class OpenTelemetryLookup {

    private OpenTelemetryLookup() {}

    /** The OpenTelemetry, or null if there is none, or only one that does nothing. */
    static @Nullable OpenTelemetry find() {
        OpenTelemetry bean = bean();
        return working(bean) ? bean : ofJvm();
    }

    private static @Nullable OpenTelemetry bean() {
        try {
            Instance<OpenTelemetry> beans = CDI.current().select(OpenTelemetry.class);
            return beans.isResolvable() ? beans.get() : null;
        } catch (IllegalStateException | LinkageError noCdi) {
            return null;
        }
    }

    /** Asked for only if it is set: {@code get()} would else set one that does nothing, and the application could set none later. */
    private static @Nullable OpenTelemetry ofJvm() {
        OpenTelemetry global = set() ? GlobalOpenTelemetry.get() : null;
        return working(global) ? global : null;
    }

    private static boolean set() {
        try {
            return GlobalOpenTelemetry.isSet();
        } catch (NoSuchMethodError olderApi) {
            return true;
        }
    }

    private static boolean working(@Nullable OpenTelemetry found) {
        return found != null
                && (found.getMeterProvider() != MeterProvider.noop()
                        || found.getTracerProvider() != TracerProvider.noop());
    }
}
