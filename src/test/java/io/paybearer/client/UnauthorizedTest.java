// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaymentAccount;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.ReceivedRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** What follows a 401: the token is given up, the call is made once more, and the application sees the second response. */
public class UnauthorizedTest extends UnauthorizedCalls {

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

    private Deals typed() {
        return RestClientBuilder.newBuilder().baseUri(origin()).build(Deals.class);
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
