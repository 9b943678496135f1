// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.paybearer.account.Application;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.spi.TokenEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What OpenTelemetry is told. */
class TelemetryTest extends SandboxedTest {

    private static final Map<String, String> GATE =
            Map.of("paybearer.account", "gate", "paybearer.provider", "paymentsgate");
    private static final Map<String, String> GATE_UNAVAILABLE =
            Map.of("paybearer.account", "gate", "paybearer.provider", "paymentsgate", "error.type", "unavailable");

    private final Recorded recorded = new Recorded();

    @BeforeEach
    void nothingIsSet() {
        GlobalOpenTelemetry.resetForTest();
    }

    @AfterEach
    void leaveNothingSet() {
        GlobalOpenTelemetry.resetForTest();
        recorded.close();
    }

    private Application measured() {
        GlobalOpenTelemetry.set(recorded.telemetry());
        return start(everyProvider()).application();
    }

    /** The jar's manifest has the version; {@code JarsIT} looks at it. */
    @Test
    void scope_hasTheVersionOfTheJar() {
        Telemetry telemetry = new Telemetry(recorded.telemetry(), List::of, "1.2.3");
        telemetry.on(new TokenEvent(TokenEvent.Type.OBTAINED, "gate", "paymentsgate", Duration.ofMillis(1), null));

        assertThat(recorded.metrics())
                .extracting(metric -> metric.getInstrumentationScopeInfo().getVersion())
                .isNotEmpty()
                .containsOnly("1.2.3");
        assertThat(recorded.spans())
                .extracting(span -> span.getInstrumentationScopeInfo().getVersion())
                .containsOnly("1.2.3");
    }

    @Test
    void tokens_areCounted_andTimed_andTheirRestIsSeen() {
        Application application = measured();
        application.get("gate");
        application.get("two");
        time.advance(Duration.ofMinutes(10));

        assertThat(recorded.values("paybearer.tokens.obtained"))
                .containsEntry(GATE, 1.0)
                .hasSize(2);
        assertThat(recorded.values("paybearer.token.obtain.duration")).containsOnlyKeys(GATE);
        assertThat(recorded.values("paybearer.token.remaining"))
                .containsEntry(GATE, 3000.0)
                .hasSize(2);
    }

    @Test
    void freshToken_costsNoMeasurement() {
        Application application = measured();
        application.get("gate");
        Map<String, ?> before = recorded.everything();
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofSeconds(2));
            application.get("gate");
        }
        assertThat(recorded.everything())
                .isEqualTo(before)
                .containsOnlyKeys("paybearer.tokens.obtained", "paybearer.token.obtain.duration");
    }

    @Test
    void failures_areCountedByKind_andSoIsWhatIsServedMeanwhile() {
        Application application = measured();
        application.get("gate");
        sandbox.faults().always("/auth/token/refresh", Fault.status(503));
        time.advance(Duration.ofSeconds(3570));
        application.get("gate");
        application.get("gate");

        assertThat(recorded.values("paybearer.refresh.failures")).isEqualTo(Map.of(GATE_UNAVAILABLE, 1.0));
        assertThat(recorded.values("paybearer.refresh.failed.served")).isEqualTo(Map.of(GATE, 2.0));
        assertThat(recorded.values("paybearer.token.obtain.duration")).containsOnlyKeys(GATE, GATE_UNAVAILABLE);
    }

    @Test
    void attempts_areSpans_belowTheCallThatWaits() {
        Application application = measured();
        Span call = recorded.telemetry().getTracer("test").spanBuilder("call").startSpan();
        try (Scope scope = call.makeCurrent()) {
            application.get("gate");
            application.get("two");
        } finally {
            call.end();
        }
        List<SpanData> spans = recorded.spans();

        assertThat(spans).extracting(SpanData::getName).containsExactly("paybearer.token", "call");
        SpanData span = spans.get(0);
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getParentSpanId()).isEqualTo(call.getSpanContext().getSpanId());
        assertThat(Recorded.texts(span.getAttributes())).isEqualTo(GATE);
    }

    @Test
    void failedAttempt_isASpanThatSaysWhy_withoutSecrets() {
        Application application = measured();
        sandbox.faults().always("/auth/token", Fault.status(503));
        catchThrowable(() -> application.get("gate"));

        SpanData span = recorded.spans().get(0);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEqualTo("POST " + origin() + "/auth/token answered 503");
        assertThat(Recorded.texts(span.getAttributes())).isEqualTo(GATE_UNAVAILABLE);
        assertThat(span.getEvents()).isEmpty();
    }

    @Test
    void telemetrySetUpAfterTheFirstCalls_isFound_andCouldBeSet() {
        Application application = start(everyProvider()).application();
        application.get("gate");
        GlobalOpenTelemetry.set(recorded.telemetry());
        application.get("two");

        assertThat(recorded.values("paybearer.tokens.obtained")).hasSize(1);
        assertThat(recorded.values("paybearer.token.remaining")).hasSize(2);
    }

    @Test
    void telemetryThatDoesNothing_isLeftAlone() {
        GlobalOpenTelemetry.set(OpenTelemetry.noop());
        Application application = start(everyProvider()).application();

        assertThat(application.get("gate")).isNotNull();
    }

    @Test
    void endOfTheApplication_takesItsGaugeAway() {
        Application application = measured();
        application.get("gate");
        application.close();

        assertThat(recorded.values("paybearer.token.remaining")).isEmpty();
    }

    @Test
    void whatIsRecorded_showsNoTokenAndNoSecret() {
        Application application = measured();
        List<String> secrets = new ArrayList<>(List.of(TestMerchants.SECRET_WORD, TestMerchants.SECRET_KEY));
        for (String account : List.of("gate", "two", "less", "partner")) {
            secrets.add(application.get(account).value());
        }
        time.advance(Duration.ofHours(2));
        for (Fault fault : List.of(Fault.status(401), Fault.status(503), Fault.body("text/plain", "not JSON"))) {
            sandbox.faults().always("/auth/token", fault);
            sandbox.faults().always("/auth/token/refresh", fault);
            catchThrowable(() -> application.get("gate"));
            time.advance(Duration.ofHours(2));
        }
        String shown = recorded.metrics() + " " + recorded.spans() + " " + application.statuses();

        assertThat(recorded.values("paybearer.refresh.failures")).isNotEmpty();
        assertThat(secrets).noneMatch(shown::contains);
    }

    /** The bean that MicroProfile Telemetry offers. */
    @Dependent
    static class OfTheServer {
        private static OpenTelemetry telemetry;

        @Produces
        OpenTelemetry telemetry() {
            return telemetry;
        }
    }

    @Test
    void beanOfTheContainer_isFoundBeforeTheOneOfTheJvm() {
        try (Recorded ofTheJvm = new Recorded()) {
            Application application = start(everyProvider()).application();
            GlobalOpenTelemetry.set(ofTheJvm.telemetry());
            OfTheServer.telemetry = recorded.telemetry();
            try (SeContainer container = SeContainerInitializer.newInstance()
                    .addBeanClasses(OfTheServer.class)
                    .initialize()) {
                application.get("gate");
                assertThat(recorded.values("paybearer.tokens.obtained")).hasSize(1);
                assertThat(ofTheJvm.everything()).isEmpty();
            }
        }
    }
}
