// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.ReceivedRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 401s that the application sees, because the call is not made again or could not be made again. */
public class NoReplayTest extends UnauthorizedCalls {

    @Test
    void stream_isSentAgain_asItWasSent() {
        revokedToken();
        ByteArrayInputStream stream = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
        try (Response response = request(PAYIN).post(Entity.entity(stream, MediaType.APPLICATION_JSON_TYPE))) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
        assertThat(sent()).containsExactly("{}", "{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer error=\"insufficient_scope\", scope=\"deals\"",
                "Basic realm=\"proxy\"",
                "Bearer realm=\"api\", error=\"invalid_request\""
            })
    void challengeAboutSomethingElse_changesNothing(String challenge) {
        start(everyProvider());
        request("/deals/0").get().close();
        time.advance(Duration.ofSeconds(6));
        sandbox.faults().always(PAYIN, Fault.status(401, Map.of("WWW-Authenticate", challenge), ""));
        try (Response response = request(PAYIN).post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(sandbox.count(PAYIN)).isEqualTo(1);
        request("/deals/0").get().close();
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void forbidden_changesNothing() {
        start(everyProvider());
        sandbox.faults().always(PAYIN, Fault.status(403));
        for (int i = 0; i < 3; i++) {
            time.advance(Duration.ofSeconds(6));
            request(PAYIN).post(Entity.json("{}")).close();
        }
        assertThat(sandbox.count(PAYIN)).isEqualTo(3);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void tokenUnderFiveSecondsOld_isNotReplaced() {
        start(everyProvider());
        sandbox.faults().next(PAYIN, Fault.status(401));
        try (Response response = request(PAYIN).post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void replaySwitchedOff_leavesThe401_butGivesTheTokenUp() {
        start(everyProvider().and("gate").with("replay-unauthorized", "false"));
        request("/deals/0").get().close();
        time.advance(Duration.ofSeconds(6));
        sandbox.revokeAll();
        assertThat(request(PAYIN).post(Entity.json("{}")).getStatus()).isEqualTo(401);
        assertThat(request(PAYIN).post(Entity.json("{}")).getStatus()).isEqualTo(200);
    }

    @Test
    void noNewTokenToBeHad_leavesThe401WithItsBody() {
        revokedToken();
        sandbox.faults().always("/auth/token", Fault.status(503));
        sandbox.faults().always("/auth/token/refresh", Fault.status(503));
        try (Response response = request(PAYIN).post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.readEntity(String.class)).contains("error");
        }
    }

    @Test
    void replayThatIsNotAnswered_isAFailure_notA401() {
        revokedToken();
        sandbox.faults().next(PAYIN, Fault.none(), Fault.drop());

        AtomicInteger status = new AtomicInteger(); // engines on HttpURLConnection repeat a call by themselves
        Throwable failure = catchThrowable(
                () -> status.set(request(PAYIN).post(Entity.json("{}")).getStatus()));
        assertThat(status.get()).isNotEqualTo(401);
        assertThat(failure == null || failure instanceof ProcessingException).isTrue();
    }

    @Test
    void entityThatAnInterceptorHasChanged_isSentAgain_asItWasSent() {
        revokedToken();
        client().register(new Encrypting());
        try (Response response = request(PAYIN).post(Entity.json("{\"card\":\"4111\"}"))) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
        List<String> sent = sent();
        assertThat(sent).hasSize(2).noneMatch(body -> body.contains("4111"));
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
    }

    private List<String> sent() {
        return sandbox.received().stream()
                .filter(request -> request.path().equals(PAYIN))
                .map(ReceivedRequest::body)
                .toList();
    }

    /** Stands for an application's own encryption. */
    public static class Encrypting implements WriterInterceptor {
        @Override
        public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
            OutputStream wire = writing.getOutputStream();
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            writing.setOutputStream(plain);
            writing.proceed();
            wire.write(Base64.getEncoder().encode(plain.toByteArray()));
            writing.setOutputStream(wire);
        }
    }

    @Test
    void headerOutsideLatin1_isSentAgain_orNeverLeftTheClient() {
        revokedToken();
        AtomicInteger status = new AtomicInteger();
        catchThrowable(() -> status.set(request(PAYIN)
                .header("X-Customer", "Łódź")
                .post(Entity.json("{}"))
                .getStatus()));

        assertThat(status.get()).isEqualTo(sandbox.count(PAYIN) == 0 ? 0 : 200);
    }
}
