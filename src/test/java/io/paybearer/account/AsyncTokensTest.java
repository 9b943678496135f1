// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessToken;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Callers that get their tokens later. */
class AsyncTokensTest extends SandboxedTest {

    private static final String ACCOUNT = "gate";

    private static <T> T soon(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    /** A future whose continuation has not run before the endpoint has answered. */
    private Gate held() {
        Gate gate = new Gate();
        sandbox.faults().next("/auth/token", Fault.hold(gate));
        return gate;
    }

    private static String whereItRan(Object ignored) {
        return Thread.currentThread().getName() + " "
                + Thread.currentThread().getContextClassLoader().getName();
    }

    @Test
    void continuation_runsOnAThreadForIt_withTheClassLoaderOfTheCaller() throws Exception {
        Application application =
                start(everyProvider(), new BackgroundThreads()).application();
        Gate gate = held();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = new ClassLoader("of-the-caller", before) {};
        Thread.currentThread().setContextClassLoader(loader);
        CompletableFuture<String> ran;
        try {
            ran = application
                    .getAsync(ACCOUNT)
                    .thenApply(AsyncTokensTest::whereItRan)
                    .toCompletableFuture();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        gate.open();

        assertThat(soon(ran)).isEqualTo("paybearer-async of-the-caller");
    }

    /** Those of earlier tests among them, which end soon. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("paybearer-async"))
                .count();
    }

    @Test
    void manyCallers_whileNoTokenIsThere_areAnsweredByOneRequest() throws Exception {
        Application application = start(everyProvider()).application();
        Gate gate = held();
        long before = threads();
        List<CompletableFuture<AccessToken>> calls = IntStream.range(0, 2000)
                .mapToObj(i -> application.getAsync(ACCOUNT).toCompletableFuture())
                .toList();
        long asking = threads() - before;
        gate.open();
        for (CompletableFuture<AccessToken> call : calls) {
            soon(call);
        }

        assertThat(sandbox.tokenCalls()).isEqualTo(1);
        assertThat(asking).as("threads that wait").isLessThan(20);
    }

    /** The first caller's token may have been refused before the second caller came. */
    @Test
    void caller_whoComesWhileOthersWait_isAskedForAfterThem() throws Exception {
        Application application = start(everyProvider()).application();
        AccessToken refused = application.get(ACCOUNT);
        time.advance(Duration.ofHours(2));
        Gate gate = new Gate();
        sandbox.faults().next("/auth/token/refresh", Fault.hold(gate));
        CompletableFuture<AccessToken> first = application.getAsync(ACCOUNT).toCompletableFuture();
        gate.awaitArrivals(1);
        CompletableFuture<AccessToken> second = application.getAsync(ACCOUNT).toCompletableFuture();
        gate.open();

        assertThat(soon(first)).isEqualTo(soon(second)).isNotEqualTo(refused);
    }

    @Test
    void failure_isThatOfTheBlockingCall() {
        Application application = start(everyProvider()).application();
        sandbox.faults().always("/auth/token", Fault.status(503));

        assertThatThrownBy(() -> soon(application.getAsync(ACCOUNT).toCompletableFuture()))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("answered 503");
        CompletableFuture<Throwable> seen = application
                .getAsync(ACCOUNT)
                .handle((token, failure) -> failure)
                .toCompletableFuture();
        assertThat(seen.join()).isInstanceOf(TokenUnavailableException.class);
    }

    @Test
    void closedApplication_failsItsCallers_atOnce() {
        Application application = start(everyProvider()).application();
        application.close();

        assertThatThrownBy(() -> soon(application.getAsync(ACCOUNT).toCompletableFuture()))
                .cause()
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("account 'gate'");
    }

    @Test
    void continuationThatFails_harmsNobody() throws Exception {
        Application application = start(everyProvider()).application();
        Gate gate = held();
        CompletableFuture<Object> broken = application
                .getAsync(ACCOUNT)
                .<Object>thenApply(token -> {
                    throw new RejectedExecutionException("of the application");
                })
                .toCompletableFuture();
        CompletableFuture<AccessToken> other = application.getAsync(ACCOUNT).toCompletableFuture();
        gate.open();

        assertThat(soon(other)).isNotNull();
        assertThatThrownBy(() -> soon(broken)).hasRootCauseMessage("of the application");
    }
}
