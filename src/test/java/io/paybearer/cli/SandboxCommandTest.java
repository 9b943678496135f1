// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.PaymentSandbox;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code paybearer sandbox}. */
@Timeout(60)
class SandboxCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private Thread thread;

    @AfterEach
    void stop() throws Exception {
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void keysItPrints_areUsable_andRequestsAreReported() throws Exception {
        start("sandbox", "--port", "0");
        await(() -> err.toString().contains("Listening at http://127.0.0.1:"));
        Path file = Files.writeString(folder.resolve("app.properties"), out.toString());

        Run run = Run.of("check", "--online", "-c", file.toString());

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out().lines()).hasSize(11).allMatch(line -> line.contains("ok, a token"));
        await(() -> err.toString().contains("PAYMENTSGATE POST /auth/token -> 200 (accepted)"));
    }

    @Test
    void json_isOneObjectForEachLine() throws Exception {
        start("sandbox", "-p", "0", "--json");
        await(() -> out.toString().contains("\n"));

        var json = Json.object(out.toString()).orElseThrow();

        assertThat(json.get("uri")).asString().startsWith("http://127.0.0.1:");
        assertThat(json.get("page")).isEqualTo(json.get("uri") + "/");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void page_isServed_withTheAccountsOfTheCommand_andIsNotReported() throws Exception {
        start("sandbox", "--port", "0");
        await(() -> err.toString().contains(" in a browser"));
        URI page = URI.create(
                err.toString().replaceFirst("(?s).*Open (http://127\\.0\\.0\\.1:\\d+/) in a browser.*", "$1"));

        assertThat(read(page)).contains("<title>paybearer sandbox</title>");
        assertThat(read(page.resolve("/sandbox/state"))).contains("\"name\":\"shop-eu\"", "\"name\":\"oauth-refresh\"");
        assertThat(read(page.resolve("/static/x"))).isEmpty();
        await(() -> err.toString().contains("STATIC_KEY GET /static/x -> 401"));
        assertThat(err.toString()).doesNotContain("GET / ", "GET /sandbox");
    }

    private static String read(URI uri) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    @Test
    void interrupt_endsIt() throws Exception {
        start("sandbox", "--port", "0");
        await(() -> err.toString().contains("Listening"));

        thread.interrupt();

        assertThat(exitCode.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void takenPort_saysWhatToDo() {
        try (PaymentSandbox other = PaymentSandbox.start()) {
            String port = String.valueOf(other.uri().getPort());

            Run run = Run.of("sandbox", "--port", port);

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("port " + port + " cannot be used", "--port");
        }
    }

    @Test
    void whatIsNoPort_isAMistakeOnTheCommandLine() {
        assertThat(Run.of("sandbox", "--port", "70000").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("sandbox", "--port", "http").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private void start(String... arguments) {
        thread = new Thread(() ->
                exitCode.complete(Run.line("", InstantSource.system(), out, err).execute(arguments)));
        thread.start();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
