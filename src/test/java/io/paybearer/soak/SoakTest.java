// SPDX-License-Identifier: Apache-2.0
package io.paybearer.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.PaymentSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million calls from 64 threads over tokens that live two seconds, against an endpoint that fails and stalls. */
@Tag("soak")
class SoakTest {

    private static final int THREADS = 64;
    private static final int CALLS = 1_000_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int ANSWERS = 20_000;
    private static final Fault STALL = Fault.delay(Duration.ofMillis(400));

    private final AtomicLong served = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong expired = new AtomicLong();
    private final AtomicLong failedWhileValid = new AtomicLong();
    private final AtomicReference<Instant> latestExpiry = new AtomicReference<>(Instant.EPOCH);

    @Test
    void failingEndpoint_noCallWithoutOrWithAnExpiredToken_noneFailsWhileAValidOneExists() throws Exception {
        try (PaymentSandbox sandbox = TestMerchants.register(PaymentSandbox.start());
                CurrentConfiguration current = CurrentConfiguration.of(
                        Configured.account("gate").with(TestMerchants.paymentsGate(sandbox.uri())))) {
            sandbox.settings().tokenLifetime(Duration.ofSeconds(2));
            Random random = new Random(42);
            for (String path : new String[] {"/auth/token", "/auth/token/refresh"}) {
                sandbox.faults().next(path, faults(random));
            }
            Instant begun = Instant.now();
            run(AccessTokens.fromConfig());
            report(sandbox, Duration.between(begun, Instant.now()));
        }
        assertThat(served.get() + failed.get()).isEqualTo(CALLS / THREADS * THREADS);
        assertThat(expired).hasValue(0);
        assertThat(failedWhileValid).hasValue(0);
        assertThat(served).hasValueGreaterThan(CALLS / 2);
    }

    /** Three in ten fail, one in twenty stalls. */
    private static Fault[] faults(Random random) {
        Fault[] faults = new Fault[ANSWERS];
        for (int i = 0; i < ANSWERS; i++) {
            int dice = random.nextInt(100);
            faults[i] = dice < 20 ? Fault.status(503) : dice < 30 ? Fault.drop() : dice < 35 ? STALL : Fault.none();
        }
        return faults;
    }

    private void run(AccessTokens tokens) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            pool.submit(() -> {
                for (int call = 0; call < CALLS / THREADS; call++) {
                    call(tokens);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(15, TimeUnit.MINUTES)).isTrue();
    }

    private void call(AccessTokens tokens) {
        Instant before = Instant.now();
        try {
            AccessToken token = tokens.get("gate");
            if (!token.expiresAt().isAfter(before)) {
                expired.incrementAndGet();
            }
            latestExpiry.accumulateAndGet(token.expiresAt(), (one, other) -> one.isAfter(other) ? one : other);
            served.incrementAndGet();
        } catch (TokenUnavailableException e) {
            failed.incrementAndGet();
            if (latestExpiry.get().isAfter(Instant.now())) {
                failedWhileValid.incrementAndGet();
            }
        }
    }

    private void report(PaymentSandbox sandbox, Duration took) {
        long answered = sandbox.received().stream()
                .filter(request -> request.accepted())
                .count();
        System.out.printf(
                "soak: %,d calls in %d s from %d threads: %,d served, %,d failed (%d of them while a valid token existed), %d"
                        + " with an expired token; token endpoint: %,d calls, %,d answered%n",
                CALLS,
                took.toSeconds(),
                THREADS,
                served.get(),
                failed.get(),
                failedWhileValid.get(),
                expired.get(),
                sandbox.tokenCalls(),
                answered);
    }
}
