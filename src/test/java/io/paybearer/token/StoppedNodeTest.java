// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenEvent.Type;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node whose process is stopped while it asks for a token, longer than the answer may take. */
class StoppedNodeTest {

    private static final Duration LONG = Bench.LEASE.multipliedBy(2).plusNanos(1);

    private final FaultyStore store = new FaultyStore();
    private final Bench bench = new Bench(ScriptedIssuer.remote("account", "key"), store, Optional.empty());

    /** Stops the node during its next request, which fails then. */
    private void stop(Duration span, TokenRequestException.Kind kind, Runnable meanwhile) {
        bench.issuer.then(number -> {
            bench.advance(span);
            meanwhile.run();
            throw new TokenRequestException(kind, "failed", null);
        });
    }

    @Test
    void node_asksAgainWhenItWakes() throws Exception {
        stop(LONG, OUTCOME_UNKNOWN, () -> {});

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.told).extracting(TokenEvent::type).containsExactly(Type.FAILED, Type.OBTAINED);
    }

    @Test
    void node_thatWasPutOutOfItsCluster_asksForItself() throws Exception {
        stop(LONG, OUTCOME_UNKNOWN, () -> store.mode(FaultyStore.Mode.DOWN));

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.issuer.calls()).containsExactly("issue", "issue");
    }

    @Test
    void node_thatWasPutOutOfItsCluster_doesNotSendItsRefreshTokenAgain() throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));
        stop(LONG, OUTCOME_UNKNOWN, () -> store.mode(FaultyStore.Mode.DOWN));

        assertThat(bench.get()).isEqualTo("t3");
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    @Test
    void node_thatWasNotStopped_doesNotAskAgain() {
        stop(Bench.LEASE.multipliedBy(2), OUTCOME_UNKNOWN, () -> {});

        assertThat(bench.failure()).hasMessage("failed");
        assertThat(bench.issuer.calls()).containsExactly("issue");
    }

    @Test
    void node_thatIsStoppedAgain_asksNoThirdTime() {
        stop(LONG, OUTCOME_UNKNOWN, () -> {});
        stop(LONG, OUTCOME_UNKNOWN, () -> {});

        assertThat(bench.failure()).hasMessage("failed");
        assertThat(bench.issuer.calls()).containsExactly("issue", "issue");
    }

    @Test
    void refusal_isAnAnswer_howeverLate() {
        stop(LONG, REFUSED, () -> {});

        assertThat(bench.failure()).hasMessage("failed");
        assertThat(bench.issuer.calls()).containsExactly("issue");
    }
}
