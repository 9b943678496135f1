// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callers who looked at the state just before it changed. */
class RenewalTest {

    private final Bench bench = Bench.remote();

    private HeldToken agingToken() throws TokenRequestException {
        HeldToken token = bench.keeper.await(null);
        bench.advance(Duration.ofMinutes(45));
        return token;
    }

    @Test
    void attempt_ofOneWhoLookedBeforeTheLastOneFailed_isNotMade() throws Exception {
        HeldToken seen = agingToken();
        bench.issuer.usually(ScriptedIssuer.failing(Kind.UNAVAILABLE));
        bench.keeper.renewBehind(seen);
        bench.background.runAll();
        bench.keeper.renewBehind(seen);
        bench.background.runAll();

        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void attempt_ofOneWhoLookedBeforeTheLastOneSucceeded_isNotMade() throws Exception {
        HeldToken seen = agingToken();
        bench.keeper.renewBehind(seen);
        bench.background.runAll();

        assertThat(bench.keeper.await(seen).accessToken().value()).isEqualTo("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void attempt_ofOneWhoLookedLongAgo_leavesAnAgingTokenToThoseBehind() throws Exception {
        HeldToken seen = agingToken();
        bench.keeper.renewBehind(seen);
        bench.background.runAll();
        bench.advance(Duration.ofMinutes(45));

        assertThat(bench.keeper.await(seen).accessToken().value()).isEqualTo("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }
}
