// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.client.SecondRequests.Kind;
import io.paybearer.client.SecondRequests.Plain;
import io.paybearer.client.SecondRequests.Typed;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestCertificate;
import io.paybearer.harness.TestTime;
import io.paybearer.harness.WireServer;
import io.paybearer.harness.WireServer.Request;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a 401 a request is sent again byte by byte as it was sent before, but for the token, or not at all. What holds for which
 * kind of request is the table in {@code src/docs/second-request.md}; the run with {@code -Dsecond-request.write} writes the
 * column of its implementation.
 */
class SecondRequestTest {

    private static final Path PAGE = Path.of("src/docs/second-request.md");
    private static final List<String> ENGINES = List.of("RESTEasy", "Jersey", "CXF");
    private static final String EQUAL = "equal";
    private static final String ONCE = "once";
    private static final String NOT_SENT = "fails by itself";

    /** CXF waits for the JDK's client, which has answered before the wait begins, or not. */
    private static final String CHANCE = "equal, or fails by itself";

    private static final long LONGEST_SECONDS = 20;

    private final TestTime time = new TestTime();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path folder;

    private SSLContext tls;

    @BeforeEach
    void makeCertificate() throws Exception {
        tls = TestCertificate.generate(folder).context();
        System.setProperty("sun.net.http.allowRestrictedHeaders", "true");
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,expect");
    }

    @AfterEach
    void forgetProperties() {
        System.clearProperty("sun.net.http.allowRestrictedHeaders");
        System.clearProperty("jdk.httpclient.allowRestrictedHeaders");
    }

    @Test
    void everyKindOfRequest_isSentAgainAsItWas_orNotAtAll() throws Exception {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        for (WireServer server : List.of(WireServer.http(), WireServer.https(tls))) {
            try (server;
                    TestApplication application = application(server)) {
                server.answering(this::answer);
                for (Kind kind : SecondRequests.all()) {
                    Map<String, String> ofKind = found.computeIfAbsent(kind.name(), name -> new LinkedHashMap<>());
                    for (String style : List.of("plain", "future", "callback", "rx", "typed", "stage")) {
                        if (kind.has(style)) {
                            ofKind.put(
                                    style + " over " + server.uri().getScheme(),
                                    compared(kind, style, server, application));
                        }
                    }
                }
            }
        }
        Map<String, String> column = new LinkedHashMap<>();
        found.forEach((kind, results) -> column.put(kind, cell(results)));

        assertThat(column.values()).as("%s", column).noneMatch(cell -> cell.contains("DIFFERENT"));
        assertThat(column).isEqualTo(committed(column));
    }

    private TestApplication application(WireServer server) {
        Configured account = Configured.account("less")
                .with("provider", "borderless")
                .with("base-uri", server.uri() + "," + server.uri().getScheme() + "://other.example")
                .with("allow-http", "true")
                .with("issuer-id", "cm5x0issuer0identifier001")
                .with("secret-key", "3f2a9c1e-7b64-4d58-9e0f-1a2b3c4d5e6f");
        return TestApplication.start(account, time, ForkJoinPool.commonPool());
    }

    private void answer(Request request, OutputStream client) throws IOException {
        String challenge = "WWW-Authenticate: Bearer error=\"invalid_token\"";
        if (!revoked.contains(request.header("Authorization"))) {
            client.write(request.head().contains("/gzip ") ? compressed() : WireServer.response(200, "OK", "ok"));
        } else if (request.head().contains("/old ")) {
            client.write("HTTP/1.0 401 No\r\n\r\nno".getBytes(StandardCharsets.ISO_8859_1));
            throw new EOFException("HTTP/1.0 says so by closing the connection");
        } else {
            boolean closed = request.head().contains("/closed ");
            String cookie = request.head().contains("/cookie ") ? "Set-Cookie: session=1" : "X-Cookie: none";
            String connection = closed ? "Connection: close" : "X-Connection: stays";
            client.write(WireServer.response(401, "No", "no", challenge, cookie, connection));
            client.flush();
            if (closed) {
                throw new EOFException("closed, as was said");
            }
        }
    }

    private static byte[] compressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("ok".getBytes(StandardCharsets.UTF_8));
        }
        String body = bytes.toString(StandardCharsets.ISO_8859_1);
        return WireServer.response(200, "OK", body, "Content-Encoding: gzip");
    }

    /** Makes a call whose token is refused, and says what the server has received. */
    private String compared(Kind kind, String style, WireServer server, TestApplication application) throws Exception {
        try (Client client = client(kind, server)) {
            Callable<String> call = call(kind, style, server, client);
            if (kind.prepared()) {
                call.call();
            }
            time.advance(Duration.ofSeconds(6));
            String first = application.application().get("less").bearer();
            revoked.add(first);
            time.advance(Duration.ofSeconds(6));
            server.received().clear();
            String outcome = outcome(call, kind, server);
            String verdict = verdict(List.copyOf(server.received()), first, outcome);
            boolean chance = kind.interrupts() && engine().equals("CXF") && !server.secure();
            return chance && List.of(EQUAL, NOT_SENT).contains(verdict) ? CHANCE : verdict;
        }
    }

    /** CXF takes another conduit for clients that have a context of their own. */
    private Client client(Kind kind, WireServer server) throws ReflectiveOperationException {
        ClientBuilder builder = ClientBuilder.newBuilder();
        for (Method method : builder.getClass().getMethods()) {
            if (kind.keepsCookies() && method.getName().equals("enableCookieManagement")) {
                method.invoke(builder); // RESTEasy keeps none otherwise
            }
        }
        return (server.secure() ? builder.sslContext(tls) : builder).build();
    }

    private RestClientBuilder typedClient(WireServer server) {
        RestClientBuilder builder = RestClientBuilder.newBuilder().baseUri(server.uri());
        return server.secure() ? builder.sslContext(tls) : builder;
    }

    private static String outcome(Callable<String> call, Kind kind, WireServer server) throws Exception {
        Runnable back = kind.around().apply(server.port());
        try {
            return call.call();
        } catch (WebApplicationException answered) {
            return String.valueOf(answered.getResponse().getStatus());
        } catch (ExecutionException | RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof WebApplicationException answered) {
                    return String.valueOf(answered.getResponse().getStatus());
                }
            }
            return failed.toString();
        } finally {
            back.run();
        }
    }

    private static String verdict(List<Request> received, String first, String outcome) {
        if (received.size() == 2) {
            String again = received.get(1).header("Authorization");
            String expected = received.get(0).text().replace(first, again);
            boolean equal =
                    !again.equals(first) && expected.equals(received.get(1).text());
            boolean answered = outcome.matches("\\d+");
            return equal && outcome.equals("200")
                    ? EQUAL
                    : equal && !answered ? NOT_SENT : "DIFFERENT " + outcome + received;
        }
        if (received.size() == 1) {
            return outcome.equals("401") ? ONCE : NOT_SENT;
        }
        return received.isEmpty() ? NOT_SENT : "DIFFERENT " + received;
    }

    private Callable<String> call(Kind kind, String style, WireServer server, Client client) throws Exception {
        if (style.equals("typed") || style.equals("stage")) {
            RestClientBuilder builder = typedClient(server);
            SecondRequests.register(kind, builder, true);
            Typed api = builder.build(Typed.class);
            return style.equals("typed")
                    ? () -> kind.typed().direct().apply(api).replace("ok", "200")
                    : () -> kind.typed()
                            .stage()
                            .apply(api)
                            .toCompletableFuture()
                            .get(LONGEST_SECONDS, TimeUnit.SECONDS)
                            .replace("ok", "200");
        }
        SecondRequests.register(kind, client, false);
        Plain plain = kind.plain();
        Invocation.Builder builder = plain.builder(client.target(server.uri()), server.uri(), client);
        if (kind.prepared()) {
            Invocation prepared = builder.build(plain.method(), plain.entity().get());
            return () -> status(
                    style.equals("plain")
                            ? prepared.invoke()
                            : prepared.submit().get());
        }
        return () -> plain(style, builder, plain.method(), plain.entity().get());
    }

    private static String plain(String style, Invocation.Builder builder, String method, Entity<?> entity)
            throws InterruptedException, ExecutionException, TimeoutException {
        boolean none = entity == null;
        switch (style) {
            case "future":
                return status(
                        (none ? builder.async().method(method) : builder.async().method(method, entity))
                                .get(LONGEST_SECONDS, TimeUnit.SECONDS));
            case "callback":
                Waiting waiting = new Waiting();
                Object future = none
                        ? builder.async().method(method, waiting)
                        : builder.async().method(method, entity, waiting);
                assertThat(future).isNotNull();
                return waiting.answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            case "rx":
                return status((none ? builder.rx().method(method) : builder.rx().method(method, entity))
                        .toCompletableFuture()
                        .get(LONGEST_SECONDS, TimeUnit.SECONDS));
            default:
                return status(none ? builder.method(method) : builder.method(method, entity));
        }
    }

    /** A callback whose answer can be waited for; the answer is closed when the callback ends. */
    public static final class Waiting implements InvocationCallback<Response> {

        private final CompletableFuture<String> answer = new CompletableFuture<>();

        @Override
        public void completed(Response response) {
            try {
                answer.complete(status(response));
            } catch (RuntimeException | AssertionError failure) {
                answer.completeExceptionally(failure);
            }
        }

        @Override
        public void failed(Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    private static String status(Response response) {
        try (response) {
            String entity = response.readEntity(String.class);
            assertThat(response.getStatus() == 200 ? entity : "ok").isEqualTo("ok");
            return String.valueOf(response.getStatus());
        }
    }

    /** One word if all ways of calling agree, else each word with the ways that it holds for. */
    private static String cell(Map<String, String> results) {
        Map<String, List<String>> byWord = new LinkedHashMap<>();
        results.forEach((way, word) ->
                byWord.computeIfAbsent(word, none -> new ArrayList<>()).add(way));
        if (byWord.size() == 1) {
            return byWord.keySet().iterator().next();
        }
        List<String> parts = new ArrayList<>();
        byWord.forEach((word, ways) -> parts.add(word + " " + shortly(ways, results.keySet())));
        return String.join(", ", parts);
    }

    /** The shortest name of some ways: by scheme, by kind of client, or all of them. */
    private static String shortly(List<String> ways, Set<String> all) {
        for (String part : List.of("over http$", "over https$", "^(typed|stage)", "^(plain|future|callback|rx)")) {
            Pattern pattern = Pattern.compile(part);
            if (all.stream().filter(pattern.asPredicate()).toList().equals(ways)) {
                return part.startsWith("over")
                        ? part.replace("$", "")
                        : part.startsWith("^(typed") ? "from typed clients" : "from plain clients";
            }
        }
        return "(" + String.join(", ", ways) + ")";
    }

    private static Map<String, String> committed(Map<String, String> found) throws Exception {
        int column = 1 + ENGINES.indexOf(engine());
        if (Boolean.getBoolean("second-request.write")) {
            write(found, column);
        }
        Map<String, String> committed = new LinkedHashMap<>();
        for (String[] row : rows()) {
            committed.put(row[1].strip(), row[1 + column].strip());
        }
        return committed;
    }

    private static String engine() {
        String builder = ClientBuilder.newBuilder().getClass().getName();
        return builder.contains("glassfish") ? "Jersey" : builder.contains("cxf") ? "CXF" : "RESTEasy";
    }

    private static List<String[]> rows() throws Exception {
        List<String[]> rows = new ArrayList<>();
        boolean table = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (table && !line.startsWith("|")) {
                return rows;
            }
            if (table && !line.startsWith("|---")) {
                rows.add(line.split("\\|"));
            }
            table = table || line.startsWith("| request |");
        }
        return rows;
    }

    private static void write(Map<String, String> found, int column) throws Exception {
        Map<String, String[]> before = new LinkedHashMap<>();
        for (String[] row : rows()) {
            before.put(row[1].strip(), row);
        }
        StringBuilder table = new StringBuilder();
        found.forEach((kind, cell) -> {
            String[] row = before.getOrDefault(kind, new String[] {"", kind, "?", "?", "?"});
            row[1 + column] = cell;
            table.append("| ").append(kind);
            for (int i = 2; i < row.length; i++) {
                table.append(" | ").append(row[i].strip());
            }
            table.append(" |\n");
        });
        String page = Files.readString(PAGE);
        int start = page.indexOf('\n', page.indexOf("|---", page.indexOf("| request |"))) + 1;
        int end = page.indexOf("\n\n", start) + 1;
        Files.writeString(PAGE, page.substring(0, start) + table + page.substring(Math.max(end, start)));
    }
}
