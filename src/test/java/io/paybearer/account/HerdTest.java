// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many callers, one call at the token endpoint. */
class HerdTest extends SandboxedTest {

    private static final int CALLERS = 200;

    @Test
    void emptyStore_twoHundredThreads_makeOneCall() throws Exception {
        AccessTokens tokens = start(everyProvider()).application();
        Gate gate = new Gate();
        sandbox.faults().next("/auth/token", Fault.hold(gate));

        assertThat(herd(tokens, gate)).hasSize(CALLERS).containsOnly(tokens.get("gate"));
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void expiredToken_twoHundredThreads_makeOneCallAndNoneGetsTheOldOne() throws Exception {
        AccessTokens tokens = start(everyProvider()).application();
        AccessToken old = tokens.get("gate");
        time.advance(Duration.ofHours(2));
        Gate gate = new Gate();
        sandbox.faults().next("/auth/token/refresh", Fault.hold(gate));

        assertThat(herd(tokens, gate)).hasSize(CALLERS).doesNotContain(old).containsOnly(tokens.get("gate"));
        assertThat(sandbox.tokenCalls()).isEqualTo(2);
    }

    @Test
    void agingToken_endpointThatDoesNotAnswer_nobodyWaits() throws Exception {
        AccessTokens tokens = start(everyProvider()).application();
        AccessToken old = tokens.get("gate");
        time.advance(Duration.ofMinutes(50));
        Gate gate = new Gate();
        sandbox.faults().next("/auth/token/refresh", Fault.hold(gate));
        for (int i = 0; i < CALLERS; i++) {
            assertThat(tokens.get("gate")).isSameAs(old);
        }
        gate.awaitArrivals(1);
        assertThat(tokens.get("gate")).isSameAs(old);
        assertThat(sandbox.count("/auth/token/refresh")).isEqualTo(1);
        gate.open();
    }

    /** All callers are under way before the endpoint answers. */
    private List<AccessToken> herd(AccessTokens tokens, Gate gate) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        CountDownLatch started = new CountDownLatch(CALLERS);
        List<Future<AccessToken>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(pool.submit(() -> {
                started.countDown();
                return tokens.get("gate");
            }));
        }
        started.await();
        gate.awaitArrivals(1);
        gate.open();
        List<AccessToken> got = new ArrayList<>();
        for (Future<AccessToken> call : calls) {
            got.add(call.get(20, TimeUnit.SECONDS));
        }
        pool.shutdown();
        return got;
    }
}
