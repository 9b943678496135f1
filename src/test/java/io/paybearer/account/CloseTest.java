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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An application comes to its end. */
class CloseTest extends SandboxedTest {

    @Test
    void closedTwice_handsOutNothing_andSaysSo() {
        Application application = start(everyProvider()).application();
        application.get("gate");
        application.close();
        application.close();
        time.advance(Duration.ofSeconds(2));

        assertThatThrownBy(() -> application.get("gate"))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("account 'gate'")
                .hasMessageContaining("shut down");
    }

    @Test
    void closedDuringARefresh_nothingHangs() throws Exception {
        Application application = start(everyProvider()).application();
        Gate gate = new Gate();
        sandbox.faults().next("/auth/token", Fault.hold(gate));
        CompletableFuture<AccessToken> call = application.getAsync("gate").toCompletableFuture();
        gate.awaitArrivals(1);
        application.close();
        gate.open();

        assertThat(call.handle((token, failure) -> true).get(20, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void closed_itsThreadsEnd() throws Exception {
        BackgroundThreads threads = new BackgroundThreads();
        Application application = start(everyProvider(), threads).application();
        application.get("gate");
        time.advance(Duration.ofMinutes(50));
        application.get("gate");
        application.close();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.getCompletedTaskCount()).isEqualTo(1);
    }

    @Test
    void idle_hasNoThread() {
        BackgroundThreads threads = new BackgroundThreads();
        Application application = start(everyProvider(), threads).application();
        application.get("two");

        assertThat(threads.getPoolSize()).isZero();
        assertThat(sandbox.received()).isEmpty();
    }
}
