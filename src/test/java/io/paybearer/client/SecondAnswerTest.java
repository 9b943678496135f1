// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.WireServer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The answer to the second request is the application's, as it comes; the refused answer never decides the call. */
@Timeout(60)
class SecondAnswerTest extends WireServerTest {

    private static final int CHUNK = 64 * 1024;
    private static final long DOWNLOAD = 200L * 1024 * 1024;
    private static final String EVENTS =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private Response post() {
        return client().target(server.uri()).path("pay").request().post(Entity.json("{}"));
    }

    /** Never asks for more than there is: some streams wait then. */
    private static byte[] read(InputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count; ) {
            int more = in.read(bytes, done, count - done);
            if (more < 0) {
                throw new EOFException("after " + done + " bytes");
            }
            done += more;
        }
        return bytes;
    }

    @Test
    void eventStream_deliversTheFirstEventBeforeThereIsASecond() throws Exception {
        revoke();
        CountDownLatch firstEventRead = new CountDownLatch(1);
        server.answering((request, out) -> {
            if (refused(request)) {
                out.write(unauthorized("no"));
                return;
            }
            out.write(text(EVENTS));
            chunk(out, "data: 1\n\n");
            firstEventRead.await();
            chunk(out, "data: 2\n\n");
            out.write(text("0\r\n\r\n"));
        });
        try (Response response =
                        client().target(server.uri()).path("events").request().get();
                InputStream events = response.readEntity(InputStream.class)) {
            assertThat(new String(read(events, 9), StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
            firstEventRead.countDown();
            assertThat(new String(events.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("data: 2\n\n");
        }
    }

    @Test
    void longDownload_isReadPieceByPiece() throws Exception {
        revoke();
        CountDownLatch firstPieceRead = new CountDownLatch(1);
        byte[] piece = new byte[CHUNK];
        server.answering((request, out) -> {
            if (refused(request)) {
                out.write(unauthorized("no"));
                return;
            }
            out.write(text("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + DOWNLOAD
                    + "\r\n\r\n"));
            for (long sent = 0; sent < DOWNLOAD; sent += CHUNK) {
                out.write(piece);
                if (sent == 0) {
                    firstPieceRead.await();
                }
            }
        });
        try (Response response =
                        client().target(server.uri()).path("download").request().get();
                InputStream download = response.readEntity(InputStream.class)) {
            assertThat(read(download, CHUNK)).hasSize(CHUNK);
            firstPieceRead.countDown();
            long count = CHUNK;
            for (int read = download.read(piece); read >= 0; read = download.read(piece)) {
                count += read;
            }
            assertThat(count).isEqualTo(DOWNLOAD);
        }
    }

    @Test
    void refusedAnswerWithALongBody_secondRequestCannotBeSent_isGivenBackWhole() {
        String body = "x".repeat(2_000_000);
        revoke();
        server.answering((request, out) -> {
            server.stopListening();
            out.write(unauthorized(body, "Connection: close"));
            out.flush();
            throw new EOFException("no connection is left");
        });
        try (Response response = post()) {
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.readEntity(String.class)).isEqualTo(body);
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void refusedAnswerThatBreaksOff_isNoObstacle() {
        revoke();
        server.answering((request, out) -> {
            if (refused(request)) {
                out.write(text("HTTP/1.1 401 No\r\nContent-Type: text/plain\r\nContent-Length: 600\r\n\r\nbegun"));
                out.flush();
                throw new EOFException("broken off");
            }
            out.write(WireServer.response(200, "OK", "done"));
        });
        try (Response response = post()) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(String.class)).isEqualTo("done");
        }
    }

    @Test
    void refusedAnswerThatDoesNotEnd_isNotWaitedFor() {
        revoke();
        CountDownLatch secondArrived = new CountDownLatch(1);
        server.answering((request, out) -> {
            if (refused(request)) {
                out.write(text("HTTP/1.1 401 No\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"));
                chunk(out, "begun");
                secondArrived.await();
                throw new EOFException("never ends");
            }
            secondArrived.countDown();
            out.write(WireServer.response(200, "OK", "done"));
        });
        try (Response response = post()) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(String.class)).isEqualTo("done");
        }
    }

    /** Whether the client notices that in time is chance. If not, nobody knows what has become of the second request. */
    @Test
    void connectionThatIsClosedWithoutAWord_givesTheSecondAnswer_orAFailure() {
        server.answering((request, out) -> {
            out.write(refused(request) ? unauthorized("no") : WireServer.response(200, "OK", "done"));
            if (refused(request)) {
                out.flush();
                throw new EOFException("closed without a word");
            }
        });
        for (int i = 0; i < 30; i++) {
            revoke();
            server.received().clear();
            try (Client fresh = ClientBuilder.newClient().register(PaybearerFeature.forAccount("less"));
                    Response response =
                            fresh.target(server.uri()).path("pay").request().post(Entity.json("{}"))) {
                assertThat(response.getStatus()).isEqualTo(200);
                assertThat(server.received()).hasSize(2);
            } catch (ProcessingException failed) {
                assertThat(failed).hasStackTraceContaining("the call was made again with a new token, and failed");
                assertThat(server.received()).hasSizeBetween(1, 2);
            }
        }
    }

    @Test
    void responseFilters_andTheApplication_seeOneAnswer() {
        revoke();
        server.answering((request, out) -> out.write(
                refused(request)
                        ? text("HTTP/1.1 401 No\r\nContent-Type: text/html\r\nX-Which: first\r\nX-First: 1\r\n"
                                + "Content-Length: 2\r\n\r\nno")
                        : text("HTTP/1.1 299 Nearly\r\nContent-Type: application/json\r\nX-Which: second\r\n"
                                + "Content-Length: 4\r\n\r\n\"ok\"")));
        Seen seen = new Seen();
        client().register(seen);
        try (Response response = post()) {
            assertThat(seen.heads)
                    .containsExactly(
                            "299 application/json second application/json [second] null " + response.getLength());
            assertThat(response.getStatus()).isEqualTo(299);
            assertThat(response.getHeaderString("X-First")).isNull();
            assertThat(response.getMediaType()).hasToString("application/json");
            assertThat(response.readEntity(String.class)).isEqualTo("\"ok\"");
            assertThat(response.getStatusInfo().getReasonPhrase()).isEqualTo(reasonOfAPlainCall());
        }
    }

    private String reasonOfAPlainCall() {
        try (Client plain = ClientBuilder.newClient();
                Response response =
                        plain.target(server.uri()).path("pay").request().post(Entity.json("{}"))) {
            return response.getStatusInfo().getReasonPhrase();
        }
    }

    @Test
    void secondAnswerWithoutABody_hidesThatOfTheRefused() {
        revoke();
        server.answering((request, out) -> out.write(
                refused(request) ? unauthorized("{\"error\":\"no\"}") : text("HTTP/1.1 204 No Content\r\n\r\n")));
        try (Response response = post()) {
            assertThat(response.getStatus()).isEqualTo(204);
            assertThat(response.hasEntity()).isFalse();
        }
    }

    @Test
    void secondRequestThatIsNotAnswered_endsAfterTheClientsReadTimeout() {
        revoke();
        CountDownLatch end = new CountDownLatch(1);
        server.answering((request, out) -> {
            if (refused(request)) {
                out.write(unauthorized("no"));
                return;
            }
            end.await();
        });
        try (Client impatient = ClientBuilder.newBuilder()
                .readTimeout(300, TimeUnit.MILLISECONDS)
                .build()
                .register(PaybearerFeature.forAccount("less"))) {
            assertThatThrownBy(() ->
                            impatient.target(server.uri()).path("pay").request().post(Entity.json("{}")))
                    .isInstanceOf(ProcessingException.class);
        } finally {
            end.countDown();
        }
    }

    @Test
    void asManyRefusedCallsAsConnections_doNotWaitForEachOther() throws Exception {
        revoke();
        CountDownLatch allRefused = new CountDownLatch(2);
        server.answering((request, out) -> {
            if (refused(request)) {
                allRefused.countDown();
                allRefused.await();
                out.write(unauthorized("no"));
                return;
            }
            out.write(WireServer.response(200, "OK", "done"));
        });
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (Client small = withTwoConnections().register(PaybearerFeature.forAccount("less"))) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                calls.add(callers.submit(() -> {
                    try (Response response =
                            small.target(server.uri()).path("pay").request().post(Entity.json("{}"))) {
                        return response.getStatus();
                    }
                }));
            }
            for (Future<Integer> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** RESTEasy alone has a pool of connections that can be exhausted. */
    private static Client withTwoConnections() throws ReflectiveOperationException {
        ClientBuilder builder = ClientBuilder.newBuilder();
        for (Method method : builder.getClass().getMethods()) {
            if (List.of("connectionPoolSize", "maxPooledPerRoute").contains(method.getName())) {
                method.invoke(builder, 2);
            }
        }
        return builder.build();
    }

    @Test
    void manyRefusedCalls_leaveNoConnectionBehind() throws Exception {
        server.answering((request, out) ->
                out.write(refused(request) ? unauthorized("no") : WireServer.response(200, "OK", "done")));
        for (int i = 0; i < 60; i++) {
            revoke();
            try (Response response = post()) {
                assertThat(response.getStatus()).isEqualTo(200);
            }
        }
        assertThat(server.awaitFewerOpenThan(10)).isTrue();
    }

    /** Notes the heads of answers. */
    private static final class Seen implements ClientResponseFilter {

        private final List<String> heads = new ArrayList<>();

        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
            heads.add(response.getStatus() + " " + response.getMediaType() + " " + response.getHeaderString("X-Which")
                    + " "
                    + response.getHeaders().getFirst("Content-Type") + " "
                    + response.getHeaders().get("X-Which") + " "
                    + response.getHeaderString("X-First") + " " + response.getLength());
        }
    }
}
