package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.ReceivedRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a 401: the token is given up, the call is made once more, and the application sees that call's response. */
public class UnauthorizedTest extends SandboxedTest {

    private static final String PAYIN = "/deals/payin";

    @PaymentAccount("gate")
    @Consumes("application/json")
    @Produces("application/json")
    public interface Deals {
        @POST
        @Path("/deals/payin")
        String payin(String deal);

        @POST
        @Path("/deals/payin")
        CompletionStage<String> payinAsync(String deal);

        @GET
        @Path("/deals/1")
        String deal();
    }

    private final Client client = ClientBuilder.newClient().register(PaybearerFeature.class);

    @AfterEach
    void closeClient() {
        client.close();
    }

    private Invocation.Builder request(String path) {
        return client.target(origin()).path(path).request();
    }

    private Deals typed() {
        return RestClientBuilder.newBuilder().baseUri(origin()).build(Deals.class);
    }

    /** A token is held, old enough to be replaced, and the provider has revoked it. */
    private void revokedToken() {
        start(everyProvider());
        request("/deals/0").get().close();
        time.advance(Duration.ofSeconds(6));
        sandbox.revokeAll();
        sandbox.clear();
    }

    private void assertReplayedOnce(String path) {
        List<ReceivedRequest> calls = sandbox.received().stream()
                .filter(request -> request.path().equals(path))
                .toList();
        assertThat(calls).extracting(ReceivedRequest::status).containsExactly(401, 200);
        assertThat(calls.get(1).header("Authorization"))
                .hasSize(1)
                .isNotEqualTo(calls.get(0).header("Authorization"));
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(calls.get(1).header("Content-Type")).isEqualTo(calls.get(0).header("Content-Type"));
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void plainGet_isReplayed() {
        revokedToken();
        try (Response response = request("/deals/1").get()) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(String.class)).contains("actedFor");
        }
        assertReplayedOnce("/deals/1");
    }

    @Test
    void plainPostWithJson_isReplayedWithItsEntity() {
        revokedToken();
        try (Response response = request(PAYIN).header("X-Order", "42").post(Entity.json("{\"amount\":\"Größe\"}"))) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(String.class)).contains("actedFor");
        }
        assertReplayedOnce(PAYIN);
        assertThat(last().header("X-Order")).containsExactly("42");
        assertThat(last().body()).isEqualTo("{\"amount\":\"Größe\"}");
    }

    @Test
    void plainAsynchronousPost_isReplayed() throws Exception {
        revokedToken();
        String answer = request(PAYIN)
                .rx()
                .post(Entity.json("{}"), String.class)
                .toCompletableFuture()
                .get();

        assertThat(answer).contains("actedFor");
        assertReplayedOnce(PAYIN);
    }

    @Test
    void typedCalls_areReplayed() throws Exception {
        revokedToken();
        assertThat(typed().payin("{}")).contains("actedFor");
        assertReplayedOnce(PAYIN);
    }

    @Test
    void typedAsynchronousCall_isReplayed() throws Exception {
        revokedToken();
        assertThat(typed().payinAsync("{}").toCompletableFuture().get()).contains("actedFor");
        assertReplayedOnce(PAYIN);
    }

    @Test
    void typedGet_isReplayed() {
        revokedToken();
        assertThat(typed().deal()).contains("actedFor");
        assertReplayedOnce("/deals/1");
    }

    @Test
    void stream_isNotReplayed_butItsTokenIsGivenUp() {
        revokedToken();
        ByteArrayInputStream stream = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
        try (Response response = request(PAYIN).post(Entity.entity(stream, MediaType.APPLICATION_JSON_TYPE))) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(sandbox.count(PAYIN)).isEqualTo(1);
        try (Response response = request("/deals/2").get()) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    @Test
    void second401_isTheApplicationsAnswer() {
        revokedToken();
        sandbox.faults().always(PAYIN, Fault.status(401));
        try (Response response = request(PAYIN).post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(sandbox.count(PAYIN)).isEqualTo(2);
        assertThatThrownBy(() -> typed().payin("{}")).isInstanceOf(WebApplicationException.class);
    }

    @Test
    void unchallenged401_isReplayed() {
        revokedToken();
        sandbox.faults().next(PAYIN, Fault.unchallenged401());
        try (Response response = request(PAYIN).post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
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

        assertThatThrownBy(() -> request(PAYIN).post(Entity.json("{}"))).isInstanceOf(ProcessingException.class);
    }

    @Test
    void providerThatCannotBeReachedAgain_leavesThe401WithItsBody() {
        start(everyProvider().and("less").with("proxy", "127.0.0.1:1"));
        request("/payments").post(Entity.json("{}")).close();
        time.advance(Duration.ofSeconds(6));
        sandbox.faults().next("/payments", Fault.status(401, Map.of(), "{\"error\":\"no\"}"));
        try (Response response = request("/payments").post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.readEntity(String.class)).isEqualTo("{\"error\":\"no\"}");
        }
    }

    @Test
    void entityThatAnInterceptorMayHaveChanged_isNotSentAgain() {
        client.register(new Encrypting());
        revokedToken();
        try (Response response = request(PAYIN).post(Entity.json("{\"card\":\"4111\"}"))) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(sandbox.received()).noneMatch(received -> received.body().contains("4111"));
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
    void headerThatOurTransportDoesNotTake_leavesThe401_orNeverLeftTheClient() {
        revokedToken();
        AtomicInteger status = new AtomicInteger();
        catchThrowable(() -> status.set(request(PAYIN)
                .header("X-Customer", "Łódź")
                .post(Entity.json("{}"))
                .getStatus()));

        assertThat(status.get()).isEqualTo(sandbox.count(PAYIN) == 0 ? 0 : 401);
    }

    @Test
    void invocationMadeAgain_isReplayedAgain() {
        revokedToken();
        Invocation invocation = request(PAYIN).buildPost(Entity.json("{}"));
        for (int i = 0; i < 3; i++) {
            try (Response response = invocation.invoke()) {
                assertThat(response.getStatus()).isEqualTo(200);
            }
            time.advance(Duration.ofSeconds(6));
            sandbox.revokeAll();
        }
    }

    @Test
    void mintedToken_isMintedAnew() {
        start(everyProvider());
        String path = "/payments";
        request(path).post(Entity.json("{}")).close();
        time.advance(Duration.ofSeconds(6));
        sandbox.faults().next(path, Fault.status(401));
        try (Response response = request(path).post(Entity.json("{}"))) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }
}
