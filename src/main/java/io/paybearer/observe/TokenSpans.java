// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenRequestException;
import java.time.Instant;

/**
 * A span for each attempt to obtain a token from a provider, below the call that waited for it. Written once the attempt has
 * ended, so that no span is ever left open. Thread-safe.
 */
final class TokenSpans {

    private final Tracer tracer;

    TokenSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    void record(TokenEvent event, Attributes labels) {
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
}
