// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.TestTime;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Callers who looked at the state just before it changed. */
class RenewalTest {

    private final TestTime time = new TestTime();
    private final TokenDating dating = new TokenDating(time, FreshnessPolicy.issued(Optional.empty()), () -> 0);
    private final ManualExecutor background = new ManualExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private final Renewal renewal =
            new Renewal(this::obtain, new Attempts(new RetryPolicy(() -> 0), time), time, background);
    private boolean down;

    private HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException {
        int number = calls.incrementAndGet();
        if (down) {
            throw new TokenRequestException(Kind.UNAVAILABLE, "down", null);
        }
        return dating.issued(new IssuedToken("t" + number, Duration.ofHours(1)), dating.now());
    }

    private HeldToken agingToken() throws TokenRequestException {
        HeldToken token = renewal.await(null);
        time.advance(Duration.ofMinutes(45));
        return token;
    }

    @Test
    void attempt_ofOneWhoLookedBeforeTheLastOneFailed_isNotMade() throws Exception {
        HeldToken seen = agingToken();
        down = true;
        renewal.start(seen);
        background.runAll();
        renewal.start(seen);
        background.runAll();

        assertThat(calls).hasValue(2);
    }

    @Test
    void attempt_ofOneWhoLookedBeforeTheLastOneSucceeded_isNotMade() throws Exception {
        HeldToken seen = agingToken();
        renewal.start(seen);
        background.runAll();

        assertThat(renewal.await(seen).accessToken().value()).isEqualTo("t2");
        assertThat(calls).hasValue(2);
    }

    @Test
    void attempt_ofOneWhoLookedLongAgo_leavesAnAgingTokenToThoseBehind() throws Exception {
        HeldToken seen = agingToken();
        renewal.start(seen);
        background.runAll();
        time.advance(Duration.ofMinutes(45));

        assertThat(renewal.await(seen).accessToken().value()).isEqualTo("t2");
        assertThat(calls).hasValue(2);
    }
}
