// SPDX-License-Identifier: Apache-2.0
package io.paybearer.crowd;

import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** An application whose callers come in crowds, on the threads of this JVM. Its token endpoint answers soon, and is well. */
final class Crowd implements AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final String ACCOUNT = "gate";
    private static final String OTHER = "other";

    private final TestTime time = new TestTime();
    private final PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start(0, time.clock()));
    private final ExecutorService background = Executors.newFixedThreadPool(4, Crowd::daemon);
    private final TestApplication application = TestApplication.start(
            Configured.account(ACCOUNT)
                    .with(TestMerchants.paymentsGate(sandbox.uri()))
                    .and(OTHER)
                    .with(TestMerchants.borderless(sandbox.uri()))
                    .with("token-source", "endpoint"),
            time,
            background);
    private final AccessTokens tokens = application.application();

    Crowd() {
        List.of("/auth/token", "/auth/token/refresh", "/authentication")
                .forEach(path -> sandbox.faults().always(path, Fault.delay(SOON)));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    }

    private String token() {
        return tokens.get(ACCOUNT).value();
    }

    /** The endpoint has a token, and the time is such that callers wait for another. */
    private void expired() {
        token();
        time.advance(Duration.ofHours(2));
    }

    /** The token is refused, old enough not to be refused for its youth. */
    private void revoked() {
        token();
        time.advance(Duration.ofSeconds(10));
        tokens.invalidate(tokens.get(ACCOUNT));
    }

    List<Object> firstToken_inAParallelStream() {
        return inParallel(8);
    }

    List<Object> expiredToken_inAParallelStream() {
        expired();
        return inParallel(12);
    }

    List<Object> refusedToken_inAParallelStream() {
        revoked();
        return inParallel(12);
    }

    /** More callers than a pool has spare threads for, which are 256. */
    List<Object> firstToken_inAParallelStream_beyondAllSpareThreads() {
        sandbox.faults().always("/auth/token", Fault.delay(Duration.ofSeconds(1)));
        return inParallel(1000);
    }

    private List<Object> inParallel(int callers) {
        return IntStream.range(0, callers)
                .parallel()
                .<Object>mapToObj(i -> token())
                .toList();
    }

    /** Where a waiting thread took other tasks of its pool, it would take one that waits for itself. */
    List<Object> firstToken_inTasksOfTheCommonPool() {
        return joined(IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::token))
                .toList());
    }

    List<Object> firstToken_inAPoolOfOne() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(pool.submit((Callable<String>) this::token));
        }
        return got(calls);
    }

    List<Object> revokedToken_inCallsOfAParallelStream() {
        token();
        time.advance(Duration.ofSeconds(10));
        sandbox.revokeAll();
        Client client = ClientBuilder.newClient().register(PaybearerFeature.class);
        return IntStream.range(0, 12)
                .parallel()
                .<Object>mapToObj(i -> client.target(sandbox.uri())
                        .path("/deals/1")
                        .request()
                        .get()
                        .getStatus())
                .toList();
    }

    List<Object> pairs_ofWhichTheSecondIsWaitedForByTheFirst() {
        return joined(IntStream.range(0, 6).mapToObj(i -> pair()).toList());
    }

    private CompletableFuture<String> pair() {
        return tokens.getAsync(ACCOUNT)
                .thenApply(first ->
                        tokens.getAsync(OTHER).toCompletableFuture().join().value())
                .toCompletableFuture();
    }

    /** What hangs in one continuation holds up neither the others nor a renewal. */
    List<Object> pairs_whileManyContinuationsHang() {
        CompletableFuture<Object> never = new CompletableFuture<>();
        IntStream.range(0, 20).forEach(i -> tokens.getAsync(ACCOUNT).thenApply(token -> never.join()));
        List<Object> got = joined(IntStream.range(0, 6).mapToObj(i -> pair()).toList());
        time.advance(Duration.ofMinutes(50));
        String old = token();
        while (token().equals(old)) {
            time.advance(Duration.ofMillis(1));
        }
        return got;
    }

    List<Object> firstToken_onVirtualThreads() throws Exception {
        ExecutorService virtual = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            calls.add(virtual.submit(this::token));
        }
        return got(calls);
    }

    List<Object> expiredToken_onVirtualThreads() throws Exception {
        expired();
        return firstToken_onVirtualThreads();
    }

    private static List<Object> got(List<Future<String>> calls) throws Exception {
        List<Object> got = new ArrayList<>();
        for (Future<String> call : calls) {
            got.add(call.get());
        }
        return got;
    }

    private static List<Object> joined(List<CompletableFuture<String>> calls) {
        return calls.stream().<Object>map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        application.close();
        sandbox.close();
    }
}
