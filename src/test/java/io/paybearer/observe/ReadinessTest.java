// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.account.Application;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The readiness check, as a container finds it. */
class ReadinessTest extends SandboxedTest {

    private Application application;
    private SeContainer container;

    @BeforeEach
    void startContainer() {
        application = start(everyProvider(), Runnable::run).application();
        container = SeContainerInitializer.newInstance().initialize();
    }

    @AfterEach
    void endContainer() {
        container.close();
    }

    private HealthCheckResponse response() {
        return container
                .select(HealthCheck.class, Readiness.Literal.INSTANCE)
                .get()
                .call();
    }

    private Object stateOf(String account) {
        return response().getData().orElseThrow().get(account);
    }

    @Test
    void beforeAnyCall_isUp_andAsksNobody() {
        assertThat(response().getName()).isEqualTo("paybearer");
        assertThat(response().getStatus()).isEqualTo(Status.UP);
        assertThat(response().getData().orElseThrow())
                .containsOnlyKeys("gate", "less", "partner", "two")
                .containsEntry("gate", "not asked");
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void tokenHeld_isValid() {
        application.get("gate");

        assertThat(stateOf("gate")).isEqualTo("valid");
    }

    @Test
    void failedRenewal_withATokenToServe_isUp() {
        application.get("gate");
        sandbox.faults().always("/auth/token/refresh", Fault.status(503));
        time.advance(Duration.ofSeconds(3570));
        application.get("gate");

        assertThat(response().getStatus()).isEqualTo(Status.UP);
        assertThat(stateOf("gate")).isEqualTo("renewal failing");
    }

    /** Nobody calls an application that is not ready, so the check itself sees to the next attempt. */
    @Test
    void callsThatFail_areDown_untilAnAttemptSucceeds_thoughNobodyCalls() {
        sandbox.faults().always("/auth/token", Fault.status(503));
        catchThrowable(() -> application.get("gate"));
        int calls = sandbox.received().size();

        assertThat(response().getStatus()).isEqualTo(Status.DOWN);
        assertThat(stateOf("gate")).isEqualTo("unavailable");
        assertThat(sandbox.received()).as("the pause is not over").hasSize(calls);
        for (int attempt = 1; attempt <= 3; attempt++) {
            time.advance(Duration.ofMinutes(5));
            assertThat(response().getStatus()).isEqualTo(Status.DOWN);
            assertThat(response().getStatus()).isEqualTo(Status.DOWN);
            assertThat(sandbox.received()).hasSize(calls + attempt);
        }
        sandbox.faults().clear();
        time.advance(Duration.ofMinutes(5));
        response();
        assertThat(response().getStatus()).isEqualTo(Status.UP);
        assertThat(stateOf("gate")).isEqualTo("valid");
    }

    @Test
    void accountThatDoesNotCount_isShown_andTheCheckStaysUp() {
        closeApplication();
        application = start(everyProvider().and("gate").with("readiness", "false"), Runnable::run)
                .application();
        sandbox.faults().always("/auth/token", Fault.status(503));
        catchThrowable(() -> application.get("gate"));

        assertThat(response().getStatus()).isEqualTo(Status.UP);
        assertThat(stateOf("gate")).isEqualTo("unavailable");
    }

    @Test
    void refusedCredentials_areDown() {
        sandbox.faults().always("/auth/token", Fault.status(401));
        catchThrowable(() -> application.get("gate"));

        assertThat(response().getStatus()).isEqualTo(Status.DOWN);
        assertThat(stateOf("gate")).isEqualTo("refused");
    }
}
